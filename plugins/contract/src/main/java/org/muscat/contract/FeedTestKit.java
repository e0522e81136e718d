package org.muscat.contract;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muscat.host.verify.PlayedNetwork;
import org.muscat.spi.Batch;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedProvider;
import org.muscat.spi.FetchRequest;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubRequest;
import org.muscat.testkit.StubServer;

/**
 * Fetches from one feed in a test, with the host's HTTP and a source that is played:
 *
 * <pre>{@code
 * try (FeedTestKit<?> kit = FeedTestKit.of(new GasPrices()).answering(StubAnswer.json("[]"))) {
 *   assertThat(kit.fetch()).hasObservations(0).isLast();
 * }
 * }</pre>
 *
 * <p>Whatever address the feed asks, the played source answers; without one, all is 404. The feed
 * is made at the first fetch.
 *
 * @param <C> the configuration of the feed
 */
public final class FeedTestKit<C extends Record> implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final FeedProvider<C> provider;
  private final StubServer server = StubServer.http();
  private PlayedNetwork network = PlayedNetwork.of(server.uri(""));
  private String config = "";
  private Path folder = Path.of("").toAbsolutePath();
  private Instant now = SampledFeed.LATER;
  private @Nullable String cursor;
  private @Nullable Feed feed;
  private PlayedNetwork.@Nullable Line line;

  private FeedTestKit(FeedProvider<C> provider) {
    this.provider = provider;
  }

  /** A kit for a feed of this provider. */
  public static <C extends Record> FeedTestKit<C> of(FeedProvider<C> provider) {
    return new FeedTestKit<>(provider);
  }

  /** With these options, as YAML: {@code straits: [hormuz]}; none unless given. */
  public FeedTestKit<C> config(String yaml) {
    config = yaml;
    return this;
  }

  /** From now on the source gives this answer, whatever it is asked. */
  public FeedTestKit<C> answering(StubAnswer answer) {
    return answering(request -> answer);
  }

  /** From now on the source answers by this function. */
  public FeedTestKit<C> answering(Function<StubRequest, StubAnswer> answer) {
    server.otherwise(answer);
    return this;
  }

  /** The source is a folder of answers that a host recorded; nothing else answers. */
  public FeedTestKit<C> replaying(Path recording) {
    network.close();
    network = PlayedNetwork.replaying(recording);
    return this;
  }

  /** Relative paths of the options are resolved against this folder. */
  public FeedTestKit<C> in(Path baseFolder) {
    folder = baseFolder;
    return this;
  }

  /** The clock of the feed stands here, a date (its start, UTC) or an ISO moment; else in 2030. */
  public FeedTestKit<C> now(String moment) {
    now = Moments.of(moment);
    return this;
  }

  /**
   * Fetches; the first time without a cursor, then where the last fetch ended.
   *
   * @throws FeedException as the feed does
   * @throws IllegalArgumentException if the configuration does not fit, with all that is wrong
   */
  public Batch fetch() throws FeedException, InterruptedException {
    Feed open = feed == null ? open() : feed;
    Instant deadline = now.plus(PATIENCE);
    if (line != null) {
      line.until(deadline);
    }
    Batch batch =
        open.fetch(
            cursor == null ? FetchRequest.first(deadline) : FetchRequest.after(cursor, deadline));
    cursor = batch.nextCursor();
    return batch;
  }

  /** What the source was asked, in its order. */
  public List<StubRequest> requests() {
    return server.requests();
  }

  private Feed open() throws FeedException {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    PlayedNetwork.Line http = network.forFeed(clock);
    C bound = Configs.bind(config, provider.configType(), provider::validate);
    Feed made = provider.create(bound, new Context(folder, clock, http));
    line = http;
    feed = made;
    return made;
  }

  /** Closes the feed and its source. Idempotent. */
  @Override
  public void close() {
    if (feed != null) {
      feed.close();
    }
    network.close();
    server.close();
  }

  private record Context(Path baseFolder, Clock clock, PlayedNetwork.Line http)
      implements FeedContext {

    @Override
    public String instance() {
      return "test";
    }

    @Override
    public System.Logger logger() {
      return System.getLogger("test");
    }
  }
}
