package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.diplomacy.TestingContext;
import org.muscat.spi.Batch;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Observation;

class GdeltFilesTest {

  private static final GdeltFilesProvider PROVIDER = new GdeltFilesProvider();

  private final Path base;

  GdeltFilesTest(@TempDir Path base) {
    this.base = base;
  }

  @Test
  void shouldTakeOneFileAFetchFromOldToNew() throws Exception {
    put("20191024144500.export.CSV");
    put("20191024143000.export.CSV");
    put("readme.txt");

    Batch first = fetch(feed("."), "");
    Batch second = fetch(feed("."), first.nextCursor());
    Batch third = fetch(feed("."), second.nextCursor());

    assertThat(first.nextCursor()).isEqualTo("20191024143000.export.CSV");
    assertThat(first.hasMore()).isTrue();
    assertThat(first.observations())
        .extracting(Observation::series)
        .containsExactly("events/usa-irn/gdelt", "events/isr-irn/gdelt");
    assertThat(second.nextCursor()).isEqualTo("20191024144500.export.CSV");
    assertThat(second.hasMore()).isFalse();
    assertThat(third.observations()).isEmpty();
    assertThat(third.nextCursor()).isEqualTo(second.nextCursor());
  }

  @Test
  void shouldNotTakeAFileThatIsOlderThanTheLastOneTaken() throws Exception {
    put("20191024143000.export.CSV");
    Batch first = fetch(feed("."), "");

    put("20191024141500.export.CSV");
    Batch second = fetch(feed("."), first.nextCursor());

    assertThat(second.observations()).isEmpty();
  }

  @Test
  void shouldPassOverAFileWhoseNameIsNoMoment() throws Exception {
    put("20191399143000.export.CSV");

    Batch batch = fetch(feed("."), "");

    assertThat(batch.rejections()).singleElement().asString().contains("is no moment");
    assertThat(batch.nextCursor()).isEqualTo("20191399143000.export.CSV");
  }

  @Test
  void shouldPassOverAFileThatIsTooLarge() throws Exception {
    Path large = base.resolve("20191024143000.export.CSV");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(GdeltArchive.LARGEST + 1);
    }

    Batch batch = fetch(feed("."), "");

    assertThat(batch.observations()).isEmpty();
    assertThat(batch.rejections()).singleElement().asString().contains("more than 67108864");
    assertThat(batch.nextCursor()).isEqualTo("20191024143000.export.CSV");
  }

  /** Neither a file that cannot be read nor one that has no moment may cost a day. */
  @Test
  void shouldTellADayWhateverTheFirstFileOfTheNextIs() throws Exception {
    put("20191024143000.export.CSV");
    put("20191024999999.export.CSV");
    Files.writeString(base.resolve("20191025000000.export.CSV.zip"), "no archive");
    put("20191025001500.export.CSV");

    Batch taken = fetch(feed("."), "");
    Batch nameless = fetch(feed("."), taken.nextCursor());
    Batch refused = fetch(feed("."), nameless.nextCursor());
    Batch next = fetch(feed("."), refused.nextCursor());

    assertThat(refused.rejections()).singleElement().asString().contains("is no zip archive");
    assertThat(refused.observations())
        .extracting(one -> one.series() + " " + one.key())
        .containsExactly(
            "events/usa-irn/gdelt-day 2019-10-24", "events/isr-irn/gdelt-day 2019-10-24");
    assertThat(next.observations())
        .extracting(Observation::series)
        .doesNotContain("events/usa-irn/gdelt-day");
  }

  @Test
  void shouldTakeAnArchiveAndEachFileOnceWhetherPackedOrNot() throws Exception {
    put("20191024143000.export.CSV");
    RawFile packed = RawFile.of("20191024144500", GdeltLines.report());
    Files.write(base.resolve("20191024144500.export.CSV.zip"), packed.zipped());
    put("20191024144500.export.CSV");

    Batch first = fetch(feed("."), "");
    Batch second = fetch(feed("."), first.nextCursor());
    Batch third = fetch(feed("."), "20191024144500.export.CSV");

    assertThat(second.observations()).extracting(Observation::value).containsExactly(1.0, 0.0);
    assertThat(third.observations()).isEmpty();
  }

  @Test
  void shouldGoOnWithoutAFileThatWasTakenAway() throws Exception {
    put("20191024143000.export.CSV");
    put("20191024144500.export.CSV");
    put("20191024150000.export.CSV");
    Feed feed = feed(".");
    Batch first = fetch(feed, "");
    Files.delete(base.resolve("20191024144500.export.CSV"));

    assertThatThrownBy(() -> fetch(feed, first.nextCursor())).isInstanceOf(FeedException.class);

    assertThat(fetch(feed, first.nextCursor()).nextCursor()).isEqualTo("20191024150000.export.CSV");
  }

  @Test
  void shouldTakeASingleFileOnce() throws Exception {
    put("20191024143000.export.CSV");
    Feed feed = feed("20191024143000.export.CSV");

    Batch first = fetch(feed, "");
    Batch second = fetch(feed, first.nextCursor());

    assertThat(first.observations()).hasSize(2);
    assertThat(second.observations()).isEmpty();
  }

  @Test
  void shouldSayThatASingleFileIsNotNamedLikeOne() throws Exception {
    put("events.csv");

    assertThatThrownBy(() -> fetch(feed("events.csv"), ""))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("YYYYMMDDHHMMSS.export.CSV");
  }

  @Test
  void shouldMakeItsFolderInsideTheBaseFolder() throws Exception {
    Batch batch = fetch(feed("gdelt"), "");

    assertThat(batch.observations()).isEmpty();
    assertThat(base.resolve("gdelt")).isDirectory();
  }

  @Test
  void shouldSayThatAFolderOutsideTheBaseFolderIsNotThere() {
    assertThatThrownBy(() -> fetch(feed("../nowhere"), ""))
        .isInstanceOfSatisfying(
            FeedException.class,
            e -> assertThat(e.reason()).isEqualTo(FeedException.Reason.UNREACHABLE))
        .hasMessageContaining("nowhere");
  }

  @Test
  void shouldHonourAnInterrupt() throws Exception {
    put("20191024143000.export.CSV");
    Feed feed = feed(".");

    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> fetch(feed, "")).isInstanceOf(InterruptedException.class);
  }

  @Test
  void shouldNameEachBadDyad() {
    List<ConfigProblem> problems =
        PROVIDER.validate(
            new GdeltFilesConfig(
                Path.of("."), List.of("USA-IRN", "IRN-USA", "USA", "usa-irn", "USA-USA"), false));

    assertThat(problems).extracting(ConfigProblem::option).containsOnly("dyads");
    assertThat(problems)
        .extracting(ConfigProblem::message)
        .containsExactly(
            "'IRN-USA' is listed twice; drop one",
            "dyad 'USA-' is not two three-letter codes, such as USA-IRN",
            "dyad 'usa-irn' is not two three-letter codes, such as USA-IRN",
            "dyad 'USA-USA' names one state twice; name two");
  }

  /** A day of which 91 files are there is a part; one of 92 is told, from now on. */
  @ParameterizedTest
  @CsvSource({"91, 0", "92, 1"})
  void shouldMendWholeDaysFromNowOn(int files, int days) throws Exception {
    FileStamp stamp = FileStamp.parse("20191024000000").orElseThrow();
    for (int i = 0; i < files; i++) {
      put(stamp.fileName());
      stamp = stamp.next();
    }
    put("20191025000000.export.CSV");
    Feed feed =
        PROVIDER.create(
            new GdeltFilesConfig(Path.of("."), List.of("USA-IRN"), true), new TestingContext(base));

    List<Observation> told = new ArrayList<>();
    Batch batch = fetch(feed, "");
    told.addAll(batch.observations());
    while (batch.hasMore()) {
      batch = fetch(feed, batch.nextCursor());
      told.addAll(batch.observations());
    }

    assertThat(told).allSatisfy(one -> assertThat(one.knownAt()).isEmpty());
    assertThat(told)
        .filteredOn(one -> one.series().equals("events/usa-irn/gdelt-day"))
        .hasSize(days);
    assertThat(told).filteredOn(one -> one.series().equals("dyads/usa-irn/events")).hasSize(days);
    assertThat(told)
        .filteredOn(one -> one.series().equals("events/usa-irn/gdelt"))
        .hasSize(files + 2);
  }

  private void put(String name) throws Exception {
    Files.writeString(base.resolve(name), GdeltLines.report().line() + "\n");
  }

  private Feed feed(String path) {
    return PROVIDER.create(
        new GdeltFilesConfig(Path.of(path), List.of("USA-IRN", "ISR-IRN"), false),
        new TestingContext(base));
  }

  private static Batch fetch(Feed feed, String cursor) throws Exception {
    Instant deadline = Instant.parse("2030-01-01T00:01:00Z");
    return feed.fetch(
        cursor.isEmpty() ? FetchRequest.first(deadline) : FetchRequest.after(cursor, deadline));
  }
}
