package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.Running;
import org.muscat.server.fixture.SetClock;
import org.muscat.server.index.Programs;
import org.muscat.server.runtime.Session;
import org.muscat.store.Publication;
import org.muscat.store.Store;

/** What a server published, computed again by {@code score --as-of} and by the API. */
class ReproduceTest {

  private static final String INDEX = "/api/v1/theatres/north/index";

  /** The feed delivers within this minute. */
  private final Instant base = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60);

  private final AtomicReference<Instant> now = new AtomicReference<>(base);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private Home home;

  @BeforeEach
  void home() throws IOException {
    home = Home.in(folder).model("test", Home.MODEL + Home.REGIME);
    List<String> lines = new ArrayList<>();
    Home.SERIES.forEach(series -> lines.add(series + "," + base.minusSeconds(7200) + ",40"));
    home.feed(lines.toArray(new String[0]));
    try (Store store = Store.open(home.data().resolve("muscat.db"))) {
      for (String series : Home.SERIES) {
        Random random = new Random(series.hashCode());
        Home.points(store, series, day(-70), random.doubles(70, 10, 60).toArray());
      }
    }
  }

  @Test
  void shouldGiveTheVeryBytesThatWereServed() throws IOException {
    Map<Instant, String> served = new LinkedHashMap<>();
    home.options("heartbeat: PT0.05S\n" + feeds());
    Session session = home.open();
    try (Running server = Running.start(session, new SetClock(now::get)).ready()) {
      await().until(() -> session.store().cursor("drop").filter("4"::equals).isPresent());
      served.put(at(1), tick(server, at(1)));
      tick(server, shortlyAfter(at(1)));
      point(session.store(), base, 55);
      served.put(at(2), tick(server, at(2)));
      tick(server, shortlyAfter(at(2)));
      // Late: it was known long ago, and all that was published would have been otherwise.
      late(session.store());
      served.put(at(3), tick(server, at(3)));

      served.forEach(
          (moment, bytes) -> {
            String asOf = INDEX + "?asOf=" + moment;
            assertThat(server.get(asOf).body()).isEqualTo(bytes);
            if (!moment.equals(at(3))) {
              assertThat(server.get(asOf + "&revised=true").body()).isNotEqualTo(bytes);
            }
          });
    }

    for (Map.Entry<Instant, String> one : served.entrySet()) {
      assertThat(score(one.getKey())).isZero();
      assertThat(told()).isEqualTo(one.getValue());
    }
    assertThat(err.toString()).isEmpty();
    score(at(1), "--revised");
    assertThat(told()).isNotEqualTo(served.get(at(1))).contains(at(1).toString());
  }

  @Test
  void shouldNotGoOnFromWhatWasFoldedLater() throws IOException {
    String bytes;
    home.options("heartbeat: PT0.05S\n");
    Session session = home.open();
    try (Running server = Running.start(session, new SetClock(now::get)).ready()) {
      bytes = tick(server, at(1));
      tick(server, shortlyAfter(at(1)));
      Home.point(session.store(), "test/one", day(-50), day(-49), 11);
    }
    assertThat(run("backfill", "--theatre", "north", "--from", day(-70) + "", "--to", base + ""))
        .isZero();
    told();

    score(at(1));

    assertThat(told()).isEqualTo(bytes);
  }

  @Test
  void shouldSayWhichModelAndProgramsDiffer() throws IOException {
    publish("gulf", "3f2a", "muscat 0.0.1, acme 0.9, gone 1.0", null);

    assertThat(score(at(1))).isZero();

    assertThat(told()).contains("\"asOf\":\"" + at(1));
    assertThat(err.toString())
        .startsWith("muscat: theatre 'north' as of " + at(1) + " may not be what was published")
        .contains("the model was gulf and is test")
        .contains("the content hash of model test was 3f2a and is ")
        .contains("muscat was 0.0.1 and is ")
        .contains("plugin acme was 0.9 and is 1.0")
        .contains("plugin gone was 1.0 and is absent");
  }

  @Test
  void shouldScoreFromTheSameObservationsWhenProgramsDiffer() throws IOException {
    score(at(1));
    String then = told();
    publish("test", "3f2a", "muscat 0.0.1", null);
    try (Store store = Store.open(home.data().resolve("muscat.db"))) {
      late(store);
    }

    score(at(1));

    assertThat(told()).isEqualTo(then);
    score(at(1), "--revised");
    assertThat(told()).isNotEqualTo(then);
  }

  @Test
  void shouldFailWhenNothingDiffersButTheBytes() throws IOException {
    publishByThese(null);

    assertThat(score(at(1))).isEqualTo(1);

    assertThat(told()).isEmpty();
    assertThat(err.toString())
        .contains("the same model and programs now give ")
        .contains("0".repeat(64))
        .doesNotContain("\tat ");
  }

  @Test
  void shouldSayThatAPluginDidNotAnswerThen() throws IOException {
    publishByThese("indicator 'last-value' took too long");

    assertThat(score(at(1))).isZero();

    assertThat(err.toString())
        .contains("when it was published, indicator 'last-value' took too long");
  }

  @Test
  void shouldTakeWhatWasPublishedBeforeWhenAskedTo() throws IOException {
    publish("test", "3f2a", "muscat 0.0.1", null);

    assertThat(score(at(1).plusSeconds(9), "--published")).isZero();
    assertThat(told()).contains("\"asOf\":\"" + at(1));

    assertThat(score(base, "--published")).isEqualTo(1);
    assertThat(err.toString())
        .contains("nothing of theatre 'north' was published at or before " + base);
    assertThat(score(base, "--published", "--revised")).isEqualTo(2);
  }

  @Test
  void shouldHintAtAPublicationShortlyBefore() throws IOException {
    publish("test", "3f2a", "muscat 0.0.1", null);

    assertThat(score(at(1).plusSeconds(9))).isZero();

    assertThat(told()).contains("\"asOf\":\"" + at(1).plusSeconds(9));
    assertThat(err.toString()).contains("--published takes that of " + at(1)).hasLineCount(1);
  }

  private String feeds() throws IOException {
    String config = Files.readString(home.config());
    return config.substring(config.indexOf("feeds:"));
  }

  /** Waits for the tick of a moment and gives what is served then. */
  private String tick(Running server, Instant asOf) {
    now.set(asOf);
    return await()
        .until(() -> server.get(INDEX).body(), body -> body.contains("\"asOf\":\"" + asOf));
  }

  private void publishByThese(String obstacle) throws IOException {
    try (Session session = home.open()) {
      publish(
          "test",
          session.theatres().all().get(0).model().hash(),
          Programs.of(session.plugins()).text(),
          obstacle);
    }
  }

  private void publish(String model, String hash, String programs, String obstacle) {
    try (Store store = Store.open(home.data().resolve("muscat.db"))) {
      String document = "0".repeat(64);
      store
          .publications()
          .append(
              List.of(
                  new Publication(
                      "north",
                      model,
                      hash,
                      programs,
                      at(1),
                      store.stamp(),
                      document,
                      obstacle,
                      at(1))));
    }
  }

  private int score(Instant asOf, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("score", "--theatre", "north", "--format", "json"));
    arguments.addAll(List.of("--as-of", asOf.toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--model", "test", "--config", home.config().toString()));
    all.addAll(List.of("--plugins", home.plugins().toString()));
    all.addAll(List.of("--data", home.data().toString()));
    return MuscatCommand.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  /** What was printed since the last time. */
  private String told() {
    String text = out.toString();
    out.getBuffer().setLength(0);
    return text;
  }

  private static void point(Store store, Instant moment, double value) {
    Home.point(store, "test/three", moment, moment, value);
  }

  /** Revises what the move of a week begins with, as if it had been known at once. */
  private void late(Store store) {
    Home.point(store, "test/one", day(-7), day(-7).plusMillis(1), 71);
    Home.point(store, "test/two", day(-4), day(-0.5), 12);
  }

  private Instant at(int minutes) {
    return base.plus(Duration.ofMinutes(minutes));
  }

  /**
   * When something may be stored that was known before: of several ticks of one second the one that
   * read the most counts, and the heartbeat goes on while the test stores.
   */
  private static Instant shortlyAfter(Instant served) {
    return served.plusSeconds(1);
  }

  private Instant day(double days) {
    return base.truncatedTo(ChronoUnit.DAYS).plusSeconds(Math.round(days * 86_400));
  }
}
