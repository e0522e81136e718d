package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
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
import org.muscat.host.http.HttpUsage;
import org.muscat.spi.Batch;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.FetchRequest;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubServer;
import org.slf4j.LoggerFactory;

/** The network as a feed in a class loader of its own has it. */
class HostedFeedHttpTest {

  /** Asks the address that the test tells it, with a secret. */
  private static final String ASK =
      """
      var secret = org.muscat.spi.config.Secret.of("${env:KEY}", () -> "s3cr3t");
      var address = java.net.URI.create(System.getProperty("address." + context.instance()));
      var query = HttpQuery.get(address).secretHeader("X-Key", secret);
      """;

  private final String name = "web-" + UUID.randomUUID();
  private final StubServer server = StubServer.http();
  private final HttpAccess network =
      new HttpAccess(
          HttpSettings.defaults("test").withTries(1, Duration.ofMillis(1)),
          Clock.systemUTC(),
          new Random(1));
  private final Path folder;
  private Optional<LoadedPlugins> plugins = Optional.empty();

  HostedFeedHttpTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void close() {
    plugins.ifPresent(LoadedPlugins::close);
    network.close();
    server.close();
  }

  @Test
  void shouldLendTheNetworkAndCountWhatIsUsed() throws IOException {
    server.otherwise(request -> StubAnswer.text("cursor"));
    HostedFeed feed = open(ASK + "return batch(context.http().fetch(query).text());");

    FetchOutcome first = fetch(feed);
    HttpUsage before = feed.httpUsage();
    fetch(feed);

    assertThat(first).isInstanceOf(FetchOutcome.Fetched.class);
    assertThat(((FetchOutcome.Fetched) first).batch().nextCursor()).isEqualTo("cursor");
    assertThat(before.requests()).isEqualTo(1);
    assertThat(feed.httpUsage().since(before).bytes()).isEqualTo(6);
    assertThat(feed.httpUsage().since(before).requests()).isEqualTo(1);
  }

  @Test
  void shouldPassOnTheReasonAndHowLongToWait() throws IOException {
    server.then(StubAnswer.status(429, "Retry-After: 120"));
    HostedFeed feed = open(ASK + "return batch(context.http().fetch(query).text());");

    FetchOutcome.Failed failed = (FetchOutcome.Failed) fetch(feed);

    assertThat(failed.reason()).contains(Reason.RATE_LIMITED);
    assertThat(failed.retryAfter().orElseThrow())
        .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(120));
  }

  @Test
  void shouldTellThatTheSourceIsTooSlowBeforeTheDeadlineCutsTheFeedOff() throws IOException {
    server.then(StubAnswer.hanging());
    HostedFeed feed = open(ASK + "return batch(context.http().fetch(query).text());");

    FetchOutcome outcome =
        feed.fetch(FetchRequest.first(Instant.now().plus(Duration.ofSeconds(5))));

    assertThat(((FetchOutcome.Failed) outcome).reason()).contains(Reason.TIMED_OUT);
  }

  @Test
  void shouldTakeSecretsOutOfWhatAFeedSays() throws IOException {
    server.then(StubAnswer.text("bad key s3cr3t"));
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    ((Logger) LoggerFactory.getLogger("org.muscat.feed." + name)).addAppender(events);
    HostedFeed feed =
        open(
            ASK
                + """
                String said = context.http().fetch(query).text();
                context.logger().log(System.Logger.Level.WARNING, said);
                throw new FeedException(FeedException.Reason.UNAUTHORISED, said);
                """);

    FetchOutcome.Failed failed = (FetchOutcome.Failed) fetch(feed);

    assertThat(failed.failure().message()).isEqualTo("failed: bad key ***");
    assertThat(events.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("bad key ***");
  }

  @Test
  void shouldTakeSecretsOutOfRejectedRows() throws IOException {
    server.then(StubAnswer.text("row of s3cr3t"));
    HostedFeed feed =
        open(
            ASK
                + """
                String said = context.http().fetch(query).text();
                return Batch.last(List.of(), List.of(new Batch.Rejection(said, 1, said)), "end");
                """);

    Batch batch = ((FetchOutcome.Fetched) fetch(feed)).batch();

    assertThat(batch.rejections()).hasToString("[row of ***:1: row of ***]");
    assertThat(batch.nextCursor()).isEqualTo("end");
    assertThat(batch.hasMore()).isFalse();
  }

  @Test
  void shouldSayThatAHostLendsNoNetwork() throws IOException {
    load(ASK + "return batch(context.http().fetch(query).text());");
    HostedFeed feed =
        plugins
            .orElseThrow()
            .feed("web")
            .orElseThrow()
            .open(name, config(), folder, Clock.systemUTC(), new Problems())
            .orElseThrow();

    FetchOutcome.Failed failed = (FetchOutcome.Failed) fetch(feed);

    assertThat(failed.failure().message())
        .contains("feed '" + name + "' asks for HTTP, which is not lent here");
    assertThat(feed.httpUsage()).isEqualTo(HttpUsage.NONE);
  }

  private HostedFeed open(String fetchBody) throws IOException {
    load(fetchBody);
    return plugins
        .orElseThrow()
        .feed("web")
        .orElseThrow()
        .open(name, config(), folder, Clock.systemUTC(), network, new Problems())
        .orElseThrow();
  }

  private void load(String fetchBody) throws IOException {
    System.setProperty("address." + name, server.uri("/data").toString());
    String body = fetchBody.replace("return batch(", "return Batch.last(List.of(), List.of(), ");
    PluginJar.of("a", PluginSource.of("A", "acme").feed("web", body)).in(folder);
    plugins = Optional.of(PluginLoader.load(folder));
  }

  private static ConfigNode config() {
    return ConfigReader.parse("muscat.yaml", "{}", new Problems()).orElseThrow();
  }

  private static FetchOutcome fetch(HostedFeed feed) {
    return feed.fetch(FetchRequest.first(Instant.now().plus(Duration.ofSeconds(60))));
  }
}
