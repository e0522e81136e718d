package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.diplomacy.TestingContext;
import org.muscat.host.http.HttpAccess;
import org.muscat.host.http.HttpSettings;
import org.muscat.spi.Batch;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.HttpFetcher;
import org.muscat.spi.Observation;
import org.muscat.testkit.StubServer;

/** The days that are told are a function of the files, whoever reads them and in how many runs. */
class RestartedRollUpTest {

  private static final Instant NOW = Instant.parse("2019-10-26T00:00:00Z");
  private static final Instant DEADLINE = NOW.plusSeconds(60);

  private final BulkServer bulk = new BulkServer();
  private final StubServer server = StubServer.http().otherwise(bulk);
  private final HttpAccess network =
      new HttpAccess(
          HttpSettings.defaults("test").withPace(10_000, 1_000),
          Clock.fixed(NOW, ZoneOffset.UTC),
          new Random(1));

  @AfterEach
  void close() {
    network.close();
    server.close();
  }

  @Test
  void shouldTellTheSameDaysWhenItIsRestartedBeforeEachFile() throws Exception {
    putOut();
    List<Observation> whole = read(false, this::feed);

    List<Observation> restarted = read(true, this::feed);

    assertThat(whole)
        .filteredOn(one -> one.series().equals("events/usa-irn/gdelt-day"))
        .extracting(Observation::key)
        .containsExactly("2019-10-22", "2019-10-22", "2019-10-23");
    assertThat(restarted).containsExactlyElementsOf(whole);
  }

  @Test
  void shouldTellTheSameFromAFolderOfArchives(@TempDir Path folder) throws Exception {
    for (RawFile file : putOut()) {
      Files.write(folder.resolve(file.stamp() + ".export.CSV.zip"), file.zipped());
    }
    Supplier<Feed> feed =
        () ->
            new GdeltFilesProvider()
                .create(
                    new GdeltFilesConfig(Path.of("."), List.of("USA-IRN"), false),
                    new TestingContext(folder));
    List<Observation> live = read(false, this::feed);

    assertThat(read(false, feed)).containsExactlyElementsOf(live);
    assertThat(read(true, feed)).containsExactlyElementsOf(live);
  }

  /** The first file of a day is broken on the host: the day before is told with the second. */
  @Test
  void shouldTellADayWithTheFirstFileThatCanBeRead() throws Exception {
    putOut();
    bulk.spoilt("20191023000000").spoilt("20191023001500");

    List<Observation> whole = read(false, this::feed);

    assertThat(whole)
        .filteredOn(one -> one.series().equals("events/usa-irn/gdelt-day"))
        .extracting(one -> one.key() + " " + one.knownAt().orElseThrow())
        .containsExactly(
            "2019-10-22 2019-10-23T00:45:00Z",
            "2019-10-22 2019-10-24T00:15:00Z",
            "2019-10-23 2019-10-24T00:15:00Z");
    assertThat(read(true, this::feed)).containsExactlyElementsOf(whole);
  }

  /** A batch that could not be stored is asked for again, with the cursor before it. */
  @Test
  void shouldTellTheSameWhenItIsAskedTwiceForEachBatch(@TempDir Path folder) throws Exception {
    for (RawFile file : putOut()) {
      Files.write(folder.resolve(file.stamp() + ".export.CSV.zip"), file.zipped());
    }
    Feed files =
        new GdeltFilesProvider()
            .create(
                new GdeltFilesConfig(Path.of("."), List.of("USA-IRN"), false),
                new TestingContext(folder));
    List<Observation> whole = read(false, this::feed);

    assertThat(readTwice(feed())).containsExactlyElementsOf(whole);
    assertThat(readTwice(files)).containsExactlyElementsOf(whole);
  }

  private static List<Observation> readTwice(Feed feed) throws Exception {
    List<Observation> all = new ArrayList<>();
    FetchRequest request = FetchRequest.first(DEADLINE);
    Batch batch;
    do {
      Batch lost = feed.fetch(request);
      batch = feed.fetch(request);
      assertThat(batch.observations())
          .as("%s, then %s", lost.rejections(), batch.rejections())
          .isEqualTo(lost.observations());
      assertThat(batch.nextCursor()).isEqualTo(lost.nextCursor());
      all.addAll(batch.observations());
      request = FetchRequest.after(batch.nextCursor(), DEADLINE);
    } while (batch.hasMore());
    return all;
  }

  /** A gap over midnight, of which the newest files are still waited for at first. */
  @Test
  void shouldTellADayBehindAGapOverMidnight() throws Exception {
    bulk.withSilence("20191022000000", 92);
    Feed feed = feed();
    String cursor = "";
    Batch batch;
    do {
      batch = feed.fetch(cursor.isEmpty() ? FetchRequest.first(DEADLINE) : after(cursor));
      cursor = batch.nextCursor();
    } while (batch.hasMore());
    bulk.withSilence("20191023011500", 1);
    Batch over = feed.fetch(after(cursor));
    bulk.withSilence("20191023013000", 4);

    Batch next = feed().fetch(after(over.nextCursor()));

    assertThat(over.observations()).isEmpty();
    assertThat(over.nextCursor()).contains("taken=20191023001500").contains("read=20191022224500");
    assertThat(next.nextCursor()).contains("again");
    assertThat(over.rejections()).hasSize(1);
  }

  private static FetchRequest after(String cursor) {
    return FetchRequest.after(cursor, DEADLINE);
  }

  /** Two days and a bit, with the same news again and again, some of it of the day before. */
  /** After a restart at midnight the host has none of the files that are wanted again. */
  @Test
  void shouldTellNoDayWhileTheHostGivesNothing() throws Exception {
    List<RawFile> files = putOut();
    Feed before = feed();
    FetchRequest request = FetchRequest.first(DEADLINE);
    for (int i = 0; i < 96; i++) {
      request = FetchRequest.after(before.fetch(request).nextCursor(), DEADLINE);
    }
    files.forEach(file -> bulk.withoutArchive(file.stamp()));
    FetchRequest midnight = request;

    assertThatThrownBy(() -> feed().fetch(midnight))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("20191022000000.export.CSV.zip")
        .hasMessageContaining("cannot be had either, so nothing is passed over");
  }

  private List<RawFile> putOut() {
    Random random = new Random(3);
    List<RawFile> files = new ArrayList<>();
    FileStamp stamp = FileStamp.parse("20191022000000").orElseThrow();
    for (int i = 0; i < 96 * 2 + 2; i++) {
      String day = stamp.day().toString().replace("-", "");
      String before = stamp.day().minusDays(1).toString().replace("-", "");
      RawFile file =
          RawFile.of(
              stamp.text(),
              GdeltLines.report().day(day).source("http://s" + random.nextInt(6) + ".org"),
              GdeltLines.report()
                  .day(random.nextBoolean() ? day : before)
                  .code("190", "19", "4", "-" + random.nextInt(100) / 10.0)
                  .source("http://s" + random.nextInt(6) + ".org"));
      files.add(file);
      bulk.with(file);
      stamp = stamp.next();
    }
    return files;
  }

  private List<Observation> read(boolean isRestarted, Supplier<Feed> made) throws Exception {
    List<Observation> all = new ArrayList<>();
    Feed feed = made.get();
    FetchRequest request = FetchRequest.first(DEADLINE);
    Batch batch;
    do {
      batch = again(feed, request);
      all.addAll(batch.observations());
      request = FetchRequest.after(batch.nextCursor(), DEADLINE);
      // A round in which files are read again is the work of one process.
      if (isRestarted && !batch.nextCursor().contains("again")) {
        feed = made.get();
      }
    } while (batch.hasMore());
    return all;
  }

  /** A second file in a row that cannot be read fails a run, and is passed over in the next. */
  private static Batch again(Feed feed, FetchRequest request) throws Exception {
    try {
      return feed.fetch(request);
    } catch (FeedException e) {
      return feed.fetch(request);
    }
  }

  private Feed feed() {
    return new GdeltProvider()
        .create(
            new GdeltConfig(
                server.uri("/gdeltv2/"),
                List.of("USA-IRN"),
                Optional.of(LocalDate.of(2019, 10, 22)),
                Duration.ZERO,
                Duration.ofHours(1)),
            new Context(network.forFeed(Clock.fixed(NOW, ZoneOffset.UTC))));
  }

  private record Context(HttpFetcher http) implements FeedContext {

    @Override
    public String instance() {
      return "gdelt";
    }

    @Override
    public Path baseFolder() {
      return Path.of(".");
    }

    @Override
    public Clock clock() {
      return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Override
    public System.Logger logger() {
      return System.getLogger("gdelt");
    }
  }
}
