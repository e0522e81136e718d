package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.muscat.store.Days.day;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Kind.class)
class PublicationsTest {

  private static final String ONE = "1".repeat(64);
  private static final String TWO = "2".repeat(64);

  @Parameter private Kind kind;

  private TestDatabase database;
  private Store store;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = kind.fresh(folder);
    store = database.open();
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  @Test
  void shouldGiveBackWhatWasRecorded() {
    Publication whole = publication("gulf", day(1), 7, ONE, null);
    Publication broken = publication("red-sea", day(1), 7, TWO, "plugin 'acme' did not answer");

    store.publications().append(List.of(whole, broken));

    assertThat(store.publications().at("gulf", day(1))).contains(whole);
    assertThat(store.publications().at("red-sea", day(1))).contains(broken);
    assertThat(store.publications().at("gulf", day(1).plusMillis(1))).isEmpty();
  }

  @Test
  void shouldGiveTheOneThatReadTheMostOfOneMoment() {
    Publication first = publication("gulf", day(1), 7, ONE, null);
    Publication second = publication("gulf", day(1), 8, TWO, null);
    store.publications().append(List.of(second));
    store.publications().append(List.of(first));

    assertThat(store.publications().at("gulf", day(1))).contains(second);
  }

  @Test
  void shouldFindTheNewestAtOrBeforeAMoment() {
    Publication first = publication("gulf", day(1), 7, ONE, null);
    Publication second = publication("gulf", day(2), 7, TWO, null);
    store.publications().append(List.of(first, second));

    assertThat(store.publications().atOrBefore("gulf", day(0.9))).isEmpty();
    assertThat(store.publications().atOrBefore("gulf", day(1.9))).contains(first);
    assertThat(store.publications().atOrBefore("gulf", day(9))).contains(second);
    assertThat(store.publications().atOrBefore("red-sea", day(9))).isEmpty();
  }

  @Test
  void shouldLeaveWhatIsRecordedAsItIs() {
    Publication first = publication("gulf", day(1), 7, ONE, null);
    store.publications().append(List.of(first));

    store.publications().append(List.of(publication("gulf", day(1), 7, ONE, "later")));

    assertThat(store.publications().at("gulf", day(1))).contains(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update publication set document_hash = ''",
        "delete from publication",
        "update prune_floor set before = before - 1",
        "delete from prune_floor"
      })
  void shouldNeverChangeNorForgetWhatWasPublished(String change) throws SQLException {
    store.publications().append(List.of(publication("gulf", day(1), 7, ONE, null)));
    // The day itself is not below the floor.
    database.execute(
        "insert into prune_floor values ('publication', " + day(1).toEpochMilli() + ", 0)");

    assertThatThrownBy(() -> database.execute(change)).isInstanceOf(SQLException.class);

    assertThat(store.publications().at("gulf", day(1))).isPresent();
  }

  @Test
  void shouldNotReplaceWhatWasPublished() {
    assumeThat(kind).isEqualTo(Kind.SQLITE);
    store.publications().append(List.of(publication("gulf", day(1), 7, ONE, null)));

    assertThatThrownBy(
            () ->
                database.execute(
                    "replace into publication select theatre, as_of, stamp, document_hash, 'm',"
                        + " 'h', 'p', null, 0 from publication"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("append-only");
  }

  @Test
  void shouldNotEmptyWhatWasPublished() {
    assumeThat(kind).isEqualTo(Kind.POSTGRES);

    assertThatThrownBy(() -> database.execute("truncate publication"))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> database.execute("truncate prune_floor"))
        .hasMessageContaining("never deleted");
  }

  @Test
  void shouldRefuseWhatIsNoHash() {
    assertThatThrownBy(() -> publication("gulf", day(1), 7, "ABC", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'ABC'");
  }

  static Publication publication(
      String theatre, Instant asOf, long stamp, String hash, String obstacle) {
    return new Publication(
        theatre, "gulf", "3f2a", "muscat 1", asOf, stamp, hash, obstacle, asOf.plusMillis(20));
  }
}
