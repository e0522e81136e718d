package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.Problems;
import org.muscat.host.http.HttpAccess;
import org.muscat.host.http.HttpSettings;
import org.muscat.spi.Batch;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.FetchRequest;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubServer;
import org.slf4j.LoggerFactory;

/** Feeds of a plugin in a child JVM: the host lends them the network, the clock and the log. */
class ProcessFeedTest {

  /** Asks the address in its options with the secret in its options. */
  private static final String KEYED =
      """
      record Keyed(
          @Option(doc = "where") java.net.URI address,
          @Option(doc = "key") org.muscat.spi.config.Secret key) {}
      static class Web implements FeedProvider<Keyed> {
        public FeedDescriptor descriptor() {
          return FeedDescriptor.of("keyed", "Keyed", "web", Duration.ofDays(1), "none");
        }
        public Class<Keyed> configType() { return Keyed.class; }
        public Feed create(Keyed config, FeedContext context) {
          return request -> {
            if (request.cursor().equals(Optional.of("reveal"))) {
              return Batch.last(List.of(), List.of(), config.key().reveal());
            }
            var key = request.cursor().equals(Optional.of("steal"))
                ? org.muscat.spi.config.Secret.of("${env:PATH}", () -> { throw new IllegalStateException("not mine"); })
                : config.key();
            HttpAnswer answer = context.http().fetch(
                HttpQuery.get(config.address()).parameter("a", "b c").secretParameter("key", key)
                    .secretHeader("X-Key", key).accepting("text/Plain"));
            return Batch.last(List.of(), List.of(), answer.text() + answer.header("content-TYPE").get());
          };
        }
      }
      public List<FeedProvider<?>> feeds() { return List.of(new Web()); }
      """;

  private final String name = "web-" + UUID.randomUUID();
  private final StubServer server = StubServer.http();
  private final HttpAccess network =
      new HttpAccess(
          HttpSettings.defaults("test").withTries(1, Duration.ofMillis(1)),
          Clock.systemUTC(),
          new Random(1));
  private final Path folder;
  private LoadedPlugins plugins = new LoadedPlugins(Map.of(), List.of(), new Calls());

  ProcessFeedTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void shouldLeaveNothingBehind() {
    plugins.close();
    network.close();
    server.close();
    assertThat(Children.running()).isEmpty();
    await().untilAsserted(() -> assertThat(Children.threads()).isEmpty());
  }

  @Test
  void shouldFetchTheSameAsInTheHost() throws IOException {
    load(
        """
        Instant at = Instant.EPOCH.plusNanos(7);
        return Batch.partial(
            List.of(
                Observation.point("test/x", at, 0.1 + 0.2),
                Observation.event("test/y", "k", at, "t", -0.0, Map.of("b", "1", "a", "2"))
                    .knownAt(at.plusSeconds(1), KnownBasis.PUBLISHED).from("other")),
            List.of(new Batch.Rejection("file", 3, "why")),
            request.cursor() + context.instance() + context.baseFolder());
        """,
        Isolation.HOST);
    Batch here = batch(fetch(open("{}", Clock.systemUTC())));
    plugins.close();
    plugins = load(Isolation.process(32));

    Batch there = batch(fetch(open("{}", Clock.systemUTC())));

    assertThat(there).usingRecursiveComparison().isEqualTo(here);
    assertThat(there.nextCursor()).contains(name, folder.toString());
  }

  @Test
  void shouldAskTheWebThroughTheHostWhichAddsTheSecret() throws IOException {
    keyed();
    server.then(StubAnswer.text("cursor "));
    HostedFeed feed = open(options(), Clock.systemUTC());

    FetchOutcome outcome = fetch(feed);

    assertThat(batch(outcome).nextCursor()).isEqualTo("cursor text/plain; charset=utf-8");
    assertThat(server.requests()).hasSize(1);
    assertThat(server.requests().get(0).target()).isEqualTo("/data?a=b%20c&key=very-secret");
    assertThat(server.requests().get(0).headers())
        .containsEntry("X-Key", "very-secret")
        .containsEntry("Accept", "text/Plain");
    assertThat(feed.httpUsage().requests()).isEqualTo(1);
  }

  @Test
  void shouldLookUpNoSecretThatIsNotAnOptionOfTheFeed() throws IOException {
    keyed();

    FetchOutcome.Failed failed =
        (FetchOutcome.Failed)
            open(options(), Clock.systemUTC()).fetch(FetchRequest.after("steal", soon()));

    assertThat(failed.failure().message()).contains("is not sent: not mine");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void shouldPassOnWhyTheWebGaveNothing() throws IOException {
    server.then(StubAnswer.status(429, "Retry-After: 120"));
    load(web("context.http().fetch(query)"), Isolation.process(32));

    FetchOutcome.Failed failed = (FetchOutcome.Failed) fetch(open("{}", Clock.systemUTC()));

    assertThat(failed.reason()).contains(Reason.RATE_LIMITED);
    assertThat(failed.retryAfter().orElseThrow())
        .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(120));
  }

  @Test
  void shouldInterruptAFetchAtItsDeadlineAndKeepTheProcess() throws IOException {
    load(
        """
        if (request.cursor().isPresent()) {
          return Batch.last(List.of(), List.of(), "" + ProcessHandle.current().pid());
        }
        var never = new java.util.concurrent.CountDownLatch(1);
        never.await();
        return null;
        """,
        Isolation.process(32));
    HostedFeed feed = open("{}", Clock.systemUTC());
    String before = batch(feed.fetch(FetchRequest.after("pid", soon()))).nextCursor();

    FetchOutcome.Failed late =
        (FetchOutcome.Failed) feed.fetch(FetchRequest.first(Instant.now().plusSeconds(1)));

    assertThat(late.failure().kind()).isEqualTo(CallFailed.Kind.TIMED_OUT);
    assertThat(batch(feed.fetch(FetchRequest.after("pid", soon()))).nextCursor()).isEqualTo(before);
  }

  @Test
  void shouldTellThatTheSourceIsTooSlowBeforeTheDeadline() throws IOException {
    server.then(StubAnswer.hanging());
    load(web("context.http().fetch(query)"), Isolation.process(32));

    FetchOutcome.Failed failed =
        (FetchOutcome.Failed)
            open("{}", Clock.systemUTC()).fetch(FetchRequest.first(Instant.now().plusSeconds(5)));

    assertThat(failed.reason()).contains(Reason.TIMED_OUT);
  }

  @Test
  void shouldTellTheTimeOfTheHost() throws IOException {
    Instant past = Instant.parse("2020-02-20T20:20:20.000000002Z");
    load(
        "return Batch.last(List.of(), List.of(), context.clock().instant() + \" \""
            + " + context.clock().getZone());",
        Isolation.process(32));

    FetchOutcome outcome =
        open("{}", Clock.fixed(past, ZoneOffset.ofHours(3)))
            .fetch(FetchRequest.first(past.plusSeconds(60)));

    assertThat(batch(outcome).nextCursor()).isEqualTo(past + " +03:00");
  }

  @Test
  void shouldLogAsTheHostDoes() throws IOException {
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    ((Logger) LoggerFactory.getLogger("org.muscat.feed." + name)).addAppender(events);
    load(
        """
        context.logger().log(System.Logger.Level.DEBUG, "not wanted");
        context.logger().log(System.Logger.Level.WARNING, "{0} of {1}", 1, 2);
        return Batch.last(List.of(), List.of(), "");
        """,
        Isolation.process(32));

    fetch(open("{}", Clock.systemUTC()));

    assertThat(events.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("1 of 2");
    assertThat(events.list.get(0).getKeyValuePairs())
        .hasToString("[event=\"feed-says\", feed=\"" + name + "\"]");
  }

  @Test
  void shouldPassWhatIsPrintedToTheLogOfTheHost() throws IOException {
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    ((Logger) LoggerFactory.getLogger("org.muscat.plugin.a")).addAppender(events);
    load(
        """
        for (int i = 0; i < 1000; i++) System.out.println("line " + i);
        return Batch.last(List.of(), List.of(), "");
        """,
        Isolation.process(32));

    fetch(open("{}", Clock.systemUTC()));
    plugins.close();

    assertThat(events.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .contains("line 0", "line 99")
        .hasSizeLessThan(1000);
  }

  @Test
  void shouldFailARunningFetchWhenAnotherFeedEndsTheProcess() throws Exception {
    load(
        """
        if (request.cursor().isPresent()) System.exit(4);
        new java.util.concurrent.CountDownLatch(1).await();
        return null;
        """,
        Isolation.process(32));
    HostedFeed waiting = open("{}", Clock.systemUTC());
    HostedFeed ending = open("{}", Clock.systemUTC());
    CompletableFuture<FetchOutcome> first = CompletableFuture.supplyAsync(() -> fetch(waiting));

    FetchOutcome second = ending.fetch(FetchRequest.after("end", soon()));

    assertThat(message(second)).contains("ended with exit code 4");
    assertThat(message(first.join())).contains("exit code 4");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(message(ending.fetch(FetchRequest.after("end", soon()))))
                    .isEqualTo("failed: the process of plugin 'a' ended with exit code 4"));
  }

  @Test
  void shouldCloseTheFeedInTheProcess() throws IOException {
    Path trace = folder.resolve("closed");
    PluginJar.of(
            "a",
            PluginSource.of("A", "acme")
                .feed("web", "return null;")
                .members(
                    "static { new Thread(() -> { while (System.getProperty(\"closed."
                        + name
                        + "\") == null) Thread.onSpinWait(); try { java.nio.file.Files.writeString("
                        + "java.nio.file.Path.of(\""
                        + trace
                        + "\"), \"yes\"); } catch (java.io.IOException e) { throw new"
                        + " RuntimeException(e); } }).start(); }"))
        .in(folder);
    load(Isolation.process(32));
    HostedFeed feed = open("{}", Clock.systemUTC());

    feed.close();

    await().untilAsserted(() -> assertThat(trace).exists());
  }

  private String web(String call) {
    return "var query = HttpQuery.get(java.net.URI.create(\""
        + server.uri("/data")
        + "\")); return Batch.last(List.of(), List.of(), "
        + call
        + ".text());";
  }

  private void keyed() throws IOException {
    Files.writeString(folder.resolve("key.txt"), "very-secret\n");
    String whole =
        """
        package acme;
        import java.time.*;
        import java.util.*;
        import org.muscat.spi.*;
        public class A implements MuscatPlugin {
          public PluginDescriptor descriptor() {
            return PluginDescriptor.of("acme", "A", "1", "MIT", PluginDescriptor.SPI_VERSION);
          }
        """
            + KEYED
            + "}";
    PluginJar.named("a").source("acme.A", whole).service("acme.A").in(folder);
    load(Isolation.process(32));
  }

  private String options() {
    return "{address: \""
        + server.uri("/data")
        + "\", key: \"${file:"
        + folder.resolve("key.txt")
        + "}\"}";
  }

  private void load(String fetchBody, Isolation isolation) throws IOException {
    PluginJar.of("a", PluginSource.of("A", "acme").feed("web", fetchBody)).in(folder);
    load(isolation);
  }

  private LoadedPlugins load(Isolation isolation) throws IOException {
    plugins =
        PluginLoader.load(
            folder, new HostSettings(Readings.PATIENT, Map.of("a", isolation), Isolation.HOST));
    return plugins;
  }

  private HostedFeed open(String options, Clock clock) {
    ConfigNode config =
        ConfigReader.parse(folder.resolve("muscat.yaml").toString(), options, new Problems())
            .orElseThrow();
    Problems problems = new Problems();
    String kind = plugins.feedIds().iterator().next();
    return plugins
        .feed(kind)
        .orElseThrow()
        .open(name, config, folder, clock, network, problems)
        .orElseThrow(() -> new AssertionError(problems.all().toString()));
  }

  private static Instant soon() {
    return Instant.now().plusSeconds(60);
  }

  private static FetchOutcome fetch(HostedFeed feed) {
    return feed.fetch(FetchRequest.first(soon()));
  }

  private static Batch batch(FetchOutcome outcome) {
    assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
    return ((FetchOutcome.Fetched) outcome).batch();
  }

  private static String message(FetchOutcome outcome) {
    return ((FetchOutcome.Failed) outcome).failure().message();
  }
}
