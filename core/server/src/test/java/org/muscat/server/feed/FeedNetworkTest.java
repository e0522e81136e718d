package org.muscat.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.host.config.Problems;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.TestPluginJar;
import org.muscat.server.runtime.Session;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubServer;

/** A configured feed over the network, recorded and replayed. */
class FeedNetworkTest {

  private static final String PLUGIN =
      """
      package web;

      import java.net.URI;
      import java.time.Duration;
      import java.time.Instant;
      import java.util.List;
      import org.muscat.spi.*;

      public final class WebPlugin implements MuscatPlugin {

        public record Config(@Option(doc = "address") URI url) {}

        @Override
        public PluginDescriptor descriptor() {
          return PluginDescriptor.of(
              "web", "Web", "1.0", "Apache-2.0", PluginDescriptor.SPI_VERSION);
        }

        @Override
        public List<FeedProvider<?>> feeds() {
          return List.of(new Web());
        }

        private static final class Web implements FeedProvider<Config> {

          @Override
          public FeedDescriptor descriptor() {
            return FeedDescriptor.of("web", "Web", "web", Duration.ofDays(1), "none");
          }

          @Override
          public Class<Config> configType() {
            return Config.class;
          }

          @Override
          public Feed create(Config config, FeedContext context) {
            return request -> {
              HttpAnswer answer = context.http().fetch(HttpQuery.get(config.url()));
              double value = Double.parseDouble(answer.text());
              return Batch.last(
                  List.of(Observation.point("test/web", Instant.EPOCH, value)),
                  List.of(),
                  "done");
            };
          }
        }
      }
      """;

  private final StubServer server = StubServer.http();
  private final Path folder;

  FeedNetworkTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void shouldRecordWhatAFeedIsAnsweredAndReplayItWithTheNetworkOff() throws IOException {
    server.then(StubAnswer.text("42"));
    Fetched live = run("record: recorded");
    server.close();

    Files.delete(folder.resolve("data/muscat.db"));
    Fetched replayed = run("replay: recorded");

    assertThat(live.failure()).isEmpty();
    assertThat(live.stored()).isEqualTo(1);
    assertThat(folder.resolve("data/recorded/bodies")).isDirectory();
    assertThat(replayed.failure()).isEmpty();
    assertThat(replayed.stored()).isEqualTo(1);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldSayWhatIsNotRecorded() throws IOException {
    Fetched fetched = run("replay: nothing");

    assertThat(fetched.failure().orElseThrow())
        .asString()
        .contains("UNREACHABLE")
        .contains(server.uri("/value").toString())
        .contains(folder.resolve("data/nothing").toString());
  }

  private Fetched run(String recording) throws IOException {
    Home home =
        Home.in(folder)
            .options(
                """
                http: {%s}
                feeds:
                  - {feed: web, config: {url: "%s"}}
                """
                    .formatted(recording, server.uri("/value")));
    Files.write(home.plugins().resolve("web.jar"), TestPluginJar.compile("web.WebPlugin", PLUGIN));
    try (Session session = home.open()) {
      Problems problems = new Problems();
      try (FeedRunner runner =
          session.runner(session.config().feeds().get(0), problems).orElseThrow()) {
        return runner.run();
      }
    }
  }
}
