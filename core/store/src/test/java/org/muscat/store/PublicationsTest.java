package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.muscat.store.Days.day;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
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
                        + " 'h', 'p', null, 0, 's', null, null, null, 0, null from publication"))
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

  @Test
  void shouldGiveTheNumbersOfWhatWasPublishedOldestFirst() {
    Publication first = said(day(1), 3, ONE, 40.0);
    Publication second = said(day(2), 4, ONE, 41.5);
    Publication without = said(day(3), 5, ONE, null);
    store
        .publications()
        .append(List.of(without, second, first, publication("gulf", day(4), 6, ONE, null)));
    store.publications().append(List.of(said("red-sea", day(2), 4, TWO, 7.0)));

    assertThat(store.publications().between("gulf", Instant.MIN, Instant.MAX, 10))
        .containsExactly(first, second, without);
    assertThat(store.publications().between("gulf", day(2), day(2), 10)).containsExactly(second);
    assertThat(store.publications().between("gulf", Instant.MIN, Instant.MAX, 2))
        .containsExactly(first, second);
    assertThat(store.publications().between("gulf", day(5), Instant.MAX, 10)).isEmpty();
  }

  @Test
  void shouldGiveTheLastOfOneMomentOnce() {
    Publication late = said(day(1), 9, TWO, 44.0);
    store.publications().append(List.of(late, said(day(1), 3, ONE, 40.0)));

    assertThat(store.publications().between("gulf", Instant.MIN, Instant.MAX, 10))
        .containsExactly(late);
  }

  @Test
  void shouldGiveTheLastOfEachStep() {
    List<Publication> all =
        List.of(
            said(day(1), 1, ONE, 1.0),
            said(day(1).plusSeconds(7_000), 2, ONE, 2.0),
            said(day(1).plusSeconds(7_300), 3, ONE, 3.0),
            said(day(3).plusSeconds(86_399), 4, ONE, 4.0));
    store.publications().append(all);

    assertThat(
            store
                .publications()
                .between("gulf", Instant.EPOCH, Instant.MAX, Duration.ofDays(1), 10))
        .containsExactly(all.get(2), all.get(3));
    assertThat(
            store
                .publications()
                .between("gulf", Instant.EPOCH, Instant.MAX, Duration.ofHours(1), 2))
        .containsExactly(all.get(0), all.get(1));
    assertThat(
            store
                .publications()
                .between("gulf", day(1), day(1).plusSeconds(7_100), Duration.ofDays(1), 10))
        .containsExactly(all.get(1));
  }

  private static Publication said(Instant asOf, long stamp, String hash, Double stability) {
    return said("gulf", asOf, stamp, hash, stability);
  }

  private static Publication said(
      String theatre, Instant asOf, long stamp, String hash, Double stability) {
    Publication plain = publication(theatre, asOf, stamp, hash, null);
    return new Publication(
        plain.theatre(),
        plain.model(),
        plain.modelHash(),
        plain.programs(),
        asOf,
        stamp,
        hash,
        null,
        plain.recordedAt(),
        new Publication.Said(
            stability == null ? "refused" : "scored",
            stability,
            stability == null ? null : stability - 10,
            stability == null ? null : stability + 10,
            0.75,
            stability == null ? null : "coercion"));
  }

  static Publication publication(
      String theatre, Instant asOf, long stamp, String hash, String obstacle) {
    return new Publication(
        theatre, "gulf", "3f2a", "muscat 1", asOf, stamp, hash, obstacle, asOf.plusMillis(20));
  }
}
