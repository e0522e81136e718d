package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.Problem;
import org.muscat.host.config.Problems;
import org.muscat.spi.Batch;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Observation;
import org.slf4j.LoggerFactory;

class HostedFeedTest {

  private static final Instant NOW = Instant.parse("2024-01-31T00:00:00Z");
  private static final GuardSettings SETTINGS =
      new GuardSettings(
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofMillis(500));

  private final String name = "drop-" + UUID.randomUUID();
  private final Path folder;
  private final Problems problems = new Problems();
  private Optional<LoadedPlugins> plugins = Optional.empty();

  HostedFeedTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void close() {
    System.setProperty(end(), "true");
    plugins.ifPresent(LoadedPlugins::close);
  }

  @Test
  void shouldFetchWithWhatTheHostLends() throws IOException {
    HostedFeed feed =
        open(
            """
            return Batch.last(List.of(), List.of(),
                request.cursor().orElse("none") + " " + context.instance() + " "
                    + context.clock().instant() + " " + context.baseFolder().getFileName() + " "
                    + Thread.currentThread().getName());
            """);

    FetchOutcome outcome = feed.fetch(FetchRequest.after("c7", NOW.plusSeconds(30)));

    assertThat(batch(outcome).nextCursor())
        .isEqualTo("c7 %s %s %s feed-%s".formatted(name, NOW, folder.getFileName(), name));
  }

  @Test
  void shouldGiveTheObservations() throws IOException {
    HostedFeed feed =
        open(
            "return Batch.partial(List.of(Observation.point(\"oil/brent\", Instant.EPOCH, 80)),"
                + " List.of(), \"next\");");

    Batch batch = batch(fetch(feed, Duration.ofSeconds(30)));

    assertThat(batch.observations())
        .containsExactly(Observation.point("oil/brent", Instant.EPOCH, 80));
    assertThat(batch.hasMore()).isTrue();
  }

  @Test
  void shouldTellWhatTheFeedSaysAboutItsSource() throws IOException {
    HostedFeed feed =
        open(
            "throw new FeedException(FeedException.Reason.RATE_LIMITED, \"wait 60 s\","
                + " new java.io.IOException(\"429\"));");

    FetchOutcome outcome = fetch(feed, Duration.ofSeconds(30));

    assertThat(outcome)
        .isEqualTo(
            new FetchOutcome.Failed(
                new CallFailed(CallFailed.Kind.THREW, "acme", "failed: wait 60 s"),
                Optional.of(FeedException.Reason.RATE_LIMITED),
                Optional.empty()));
  }

  @Test
  void shouldNotTakeNullForABatch() throws IOException {
    HostedFeed feed = open("return null;");

    assertThat(failure(fetch(feed, Duration.ofSeconds(30))).kind().code()).isEqualTo("P403");
  }

  @Test
  void shouldTimeOutAFetchThatWaitsAndFetchAgain() throws IOException {
    HostedFeed feed =
        open(
            "if (request.cursor().isEmpty()) new java.util.concurrent.Semaphore(0).acquire();"
                + " return Batch.last(List.of(), List.of(), \"c\");");

    FetchOutcome slow = fetch(feed, Duration.ofMillis(500));
    FetchOutcome next = feed.fetch(FetchRequest.after("c", NOW.plusSeconds(30)));

    assertThat(failure(slow).kind()).isEqualTo(CallFailed.Kind.TIMED_OUT);
    assertThat(batch(next).nextCursor()).isEqualTo("c");
  }

  @Test
  void shouldNotCallAFeedAfterTheDeadline() throws IOException {
    HostedFeed feed = open("return null;");

    CallFailed failure = failure(feed.fetch(FetchRequest.first(NOW)));

    assertThat(failure.kind()).isEqualTo(CallFailed.Kind.TIMED_OUT);
    assertThat(failure.message()).contains("not called", NOW.toString());
  }

  @Test
  void shouldAbandonAFetchThatSpinsAndStopCallingTheFeedAfterTheSecond() throws IOException {
    HostedFeed feed = open("spinUntil(\"" + end() + "\"); return null;");

    List<CallFailed.Kind> kinds = new ArrayList<>();
    do {
      kinds.add(failure(fetch(feed, Duration.ofMillis(500))).kind());
    } while (!kinds.contains(CallFailed.Kind.QUARANTINED) && kinds.size() < 20);

    assertThat(kinds)
        .filteredOn(kind -> kind != CallFailed.Kind.TIMED_OUT) // not begun on a busy machine
        .containsExactly(CallFailed.Kind.STUCK, CallFailed.Kind.STUCK, CallFailed.Kind.QUARANTINED);
    Verdict verdict = plugins.orElseThrow().verdicts().get(0);
    assertThat(verdict.status()).isEqualTo(Status.STUCK);
    assertThat(verdict.cause()).contains("feed '" + name + "'", "no longer called");
  }

  @Test
  void shouldCloseTheFeedOnceAndRefuseFetches() throws IOException {
    HostedFeed feed = open("return null;");

    feed.close();
    assertThat(System.clearProperty("closed." + name)).isEqualTo("true");
    feed.close();

    assertThat(System.getProperty("closed." + name)).isNull();
    assertThat(failure(fetch(feed, Duration.ofSeconds(30))).kind())
        .isEqualTo(CallFailed.Kind.CLOSED);
  }

  @Test
  void shouldEndAFetchThatRunsBeforeItCloses() throws IOException {
    String started = "started." + name;
    HostedFeed feed =
        open(
            "System.setProperty(\""
                + started
                + "\", \"\"); new java.util.concurrent.Semaphore(0).acquire(); return null;");
    CompletableFuture<FetchOutcome> running =
        CompletableFuture.supplyAsync(() -> fetch(feed, Duration.ofSeconds(30)));
    await().until(() -> System.getProperty(started) != null);

    feed.close();

    assertThat(failure(running.join()).kind()).isEqualTo(CallFailed.Kind.CLOSED);
    assertThat(System.getProperty("closed." + name)).isEqualTo("true");
  }

  @Test
  void shouldNotCloseAFeedWhileItsFetchIsStuck() throws IOException {
    HostedFeed feed = open("spinUntil(\"" + end() + "\"); return null;");
    fetch(feed, Duration.ofMillis(500));

    feed.close();

    assertThat(System.getProperty("closed." + name)).isNull();
  }

  @Test
  void shouldCloseOpenFeedsWithThePlugins() throws IOException {
    open("return null;");

    plugins.orElseThrow().close();

    assertThat(System.getProperty("closed." + name)).isEqualTo("true");
  }

  @Test
  void shouldPassMessagesOfTheFeedToTheLog() throws IOException {
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    Logger logger = (Logger) LoggerFactory.getLogger("org.muscat.feed." + name);
    logger.addAppender(events);
    HostedFeed feed =
        open(
            """
            context.logger().log(System.Logger.Level.WARNING, "{0} rows, {1}", 3, "odd");
            context.logger().log(System.Logger.Level.INFO, "{broken", 1);
            context.logger().log(System.Logger.Level.DEBUG, "unseen");
            context.logger().log(System.Logger.Level.ERROR, () -> "late", new Error("x"));
            return null;
            """);

    fetch(feed, Duration.ofSeconds(30));

    assertThat(events.list)
        .extracting(event -> event.getLevel() + " " + firstLine(event))
        .containsExactly("WARN 3 rows, odd", "INFO {broken", "ERROR late");
    assertThat(events.list.get(0).getKeyValuePairs())
        .hasToString("[event=\"feed-says\", feed=\"" + name + "\"]");
  }

  @Test
  void shouldLimitWhatAFeedWritesIntoTheLog() throws IOException {
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    ((Logger) LoggerFactory.getLogger("org.muscat.feed." + name)).addAppender(events);
    HostedFeed feed =
        open(
            """
            for (int i = 0; i < 5000; i++) {
              context.logger().log(System.Logger.Level.INFO, "x".repeat(20_000));
            }
            return null;
            """);

    fetch(feed, Duration.ofSeconds(30));

    // On a busy machine more than one window of ten seconds may have passed.
    assertThat(events.list).hasSizeBetween(100, 500);
    assertThat(events.list.get(0).getFormattedMessage())
        .hasSizeLessThan(10_100)
        .endsWith("x... (20000 characters)");
  }

  @Test
  void shouldLimitWhatAFeedThrowsIntoTheLog() throws IOException {
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    ((Logger) LoggerFactory.getLogger("org.muscat.feed." + name)).addAppender(events);
    HostedFeed feed =
        open(
            """
            context.logger().log(System.Logger.Level.ERROR, "odd", new Error("x".repeat(50_000)));
            return null;
            """);

    fetch(feed, Duration.ofSeconds(30));

    assertThat(events.list).hasSize(1);
    assertThat(events.list.get(0).getThrowableProxy()).isNull();
    assertThat(events.list.get(0).getFormattedMessage())
        .startsWith("odd\njava.lang.Error: xxx")
        .hasSizeLessThan(10_100);
  }

  @Test
  void shouldReportAFeedThatCannotBeMade() throws IOException {
    load("return null;");

    Optional<HostedFeed> none = tryOpen("times: 2\nname: broken\n");

    assertThat(none).isEmpty();
    assertThat(problems.all())
        .containsExactly(
            new Problem(
                "muscat.yaml",
                1,
                "",
                "feed 'drop' of plugin 'acme' cannot be made: create() threw" + " no create"));
  }

  private static String firstLine(ILoggingEvent event) {
    return event.getFormattedMessage().lines().findFirst().orElse("");
  }

  private HostedFeed open(String fetchBody) throws IOException {
    load(fetchBody);
    return tryOpen("{}").orElseThrow();
  }

  private void load(String fetchBody) throws IOException {
    PluginJar.of("a", PluginSource.of("A", "acme").feed("drop", fetchBody)).in(folder);
    plugins = Optional.of(PluginLoader.load(folder, HostSettings.of(SETTINGS)));
  }

  private Optional<HostedFeed> tryOpen(String yaml) {
    ConfigNode config = ConfigReader.parse("muscat.yaml", yaml, problems).orElseThrow();
    FeedHandle handle = plugins.orElseThrow().feed("drop").orElseThrow();
    return handle.open(name, config, folder, Clock.fixed(NOW, ZoneOffset.UTC), problems);
  }

  private String end() {
    return "end." + name;
  }

  private static FetchOutcome fetch(HostedFeed feed, Duration deadline) {
    return feed.fetch(FetchRequest.first(NOW.plus(deadline)));
  }

  private static Batch batch(FetchOutcome outcome) {
    assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
    return ((FetchOutcome.Fetched) outcome).batch();
  }

  private static CallFailed failure(FetchOutcome outcome) {
    assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
    return ((FetchOutcome.Failed) outcome).failure();
  }
}
