package org.muscat.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.server.cli.MuscatCommand;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.TestPluginJar;

/** The command {@code muscat import} and a feed that asks the web. */
class FeedImportTest {

  private static final String WEB =
      """
      package web;
      import java.net.URI;
      import java.time.Duration;
      import java.util.List;
      import org.muscat.spi.*;
      public final class WebPlugin implements MuscatPlugin {
        public record Config() {}
        public PluginDescriptor descriptor() {
          return PluginDescriptor.of("web", "Web", "1.0", "Apache-2.0", PluginDescriptor.SPI_VERSION);
        }
        public List<FeedProvider<?>> feeds() { return List.of(new Web()); }
        static final class Web implements FeedProvider<Config> {
          public FeedDescriptor descriptor() {
            return FeedDescriptor.of("web", "Web", "web", Duration.ofDays(1), "none");
          }
          public Class<Config> configType() { return Config.class; }
          public Feed create(Config config, FeedContext context) {
            CREATE
          }
          private static Batch ask(HttpFetcher http) throws FeedException, InterruptedException {
            http.fetch(HttpQuery.get(URI.create("http://127.0.0.1:1/")));
            return Batch.last(List.of(), List.of(), "done");
          }
        }
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "return request -> ask(context.http());, host",
    "HttpFetcher http = context.http(); return request -> ask(http);, host",
    "return request -> ask(context.http());, process",
    "HttpFetcher http = context.http(); return request -> ask(http);, process"
  })
  void shouldSayThatAFeedOfTheWebCannotBeImportedAndWhatToDo(String create, String isolation)
      throws IOException {
    Home home = Home.in(folder);
    home.options("plugins: {settings: {web: {isolation: " + isolation + "}}}\n");
    Files.write(
        home.plugins().resolve("web.jar"),
        TestPluginJar.compile("web.WebPlugin", WEB.replace("CREATE", create)));
    StringWriter err = new StringWriter();

    int code =
        MuscatCommand.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "import",
            "--feed",
            "web",
            "--config",
            home.config().toString(),
            "--plugins",
            home.plugins().toString(),
            "--data",
            home.data().toString());

    assertThat(code).as(err.toString()).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("muscat: feed 'web' asks a web server, and an import asks none")
        .contains("under 'feeds' in muscat.yaml", "muscat import --map")
        .doesNotContain("Exception", "\tat ");
  }
}
