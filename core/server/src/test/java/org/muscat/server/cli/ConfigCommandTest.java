package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.TestPluginJar;

class ConfigCommandTest {

  private static final String KEYED =
      """
      package acme;
      import java.time.*;
      import java.util.*;
      import org.muscat.spi.*;
      import org.muscat.spi.config.Secret;
      public final class Keyed implements MuscatPlugin {
        public record Config(
            @Option(doc = "number of rows", defaultValue = "7", formerNames = "rows") int limit,
            @Option(doc = "the key of the account") Optional<Secret> key) {}
        public PluginDescriptor descriptor() {
          return PluginDescriptor.of(
              "keyed", "Keyed", "1.0", "Apache-2.0", PluginDescriptor.SPI_VERSION);
        }
        public List<FeedProvider<?>> feeds() {
          return List.of(new Provider());
        }
        static final class Provider implements FeedProvider<Config> {
          public FeedDescriptor descriptor() {
            return FeedDescriptor.of("keyed", "Keyed", "test", Duration.ofDays(1), "none");
          }
          public Class<Config> configType() { return Config.class; }
          public Feed create(Config config, FeedContext context) {
            return request -> Batch.last(List.of(), List.of(), "end");
          }
        }
      }
      """;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Home home;

  @BeforeEach
  void home() throws IOException {
    home = Home.in(folder);
    Files.write(home.plugins().resolve("keyed.jar"), TestPluginJar.compile("acme.Keyed", KEYED));
  }

  @Test
  void shouldSayThatNothingIsWrongAndOpenNothing() throws IOException {
    home.feed("test/one,2025-01-01T00:00:00Z,1");

    assertThat(check()).isZero();

    assertThat(out.toString()).isEqualTo("ok: 1 feed, 1 model, 2 theatres, 0 warnings\n");
    assertThat(home.data()).isEmptyDirectory();
  }

  @Test
  void shouldLookAtTheWebConfigurationToo() throws IOException {
    home.options("listen: {web-config: web.yml}\n").config();
    Files.writeString(folder.resolve("web.yml"), "basic_auth_users:\n  alice: hunter2\n");

    assertThat(check()).isEqualTo(78);

    assertThat(err.toString() + out)
        .contains("web.yml:2: basic_auth_users.alice: this is not a bcrypt hash")
        .doesNotContain("hunter2");
  }

  @Test
  void shouldTellEverythingThatIsWrongAtOnce() throws IOException {
    home.model("test", Home.MODEL.replace("series: test/one", "serie: test/one"));
    home.options(
        """
        heartbeat: fast
        feeds: [{feed: keyed, config: {limit: many, key: "${env:MUSCAT_NO_SUCH_KEY}"}}]
        """);

    assertThat(check()).isEqualTo(78);

    assertThat(out.toString())
        .contains("muscat.yaml:2: heartbeat: 'fast' is not an ISO duration")
        .contains(
            "test.yaml:10: pillars.first.indicators.one.config.serie: unknown option 'serie',")
        .contains("did you mean 'series'? [P201]")
        .contains("muscat.yaml:3: feeds[0].config.limit: 'many' is not a whole number [P202]")
        .contains("MUSCAT_NO_SUCH_KEY of the environment, which holds a secret, is not set;")
        .contains("[P203]")
        .endsWith("problems\n");
  }

  @Test
  void shouldTellWhereScoresOfJobsCannotBeSent() throws IOException {
    // What is wrong with a model hides none of it.
    home.model("test", Home.MODEL.replace("series: test/one", "serie: test/one"));
    home.options(
        """
        jobs:
          - id: a
            every: P1D
            score:
              theatres: [north]
              pushgateway: ftp://push:9091
              pushgateway-user: me
              pushgateway-password: "${file:absent}"
              remote-write: http://me:secret@prometheus/write
              remote-write-labels: [theatre=x]
              webhook: http://hooks.example/x?key=hunter2
              webhook-secret: "${env:MUSCAT_NO_SUCH_KEY}"
          - {id: b, every: P1D, score: {pushgateway: "http://push:9091/?a=b"}}
        """);

    assertThat(check()).isEqualTo(78);

    assertThat(out.toString())
        .contains("muscat.yaml:7: jobs[0].score.pushgateway: 'ftp://push:9091' is no address such")
        .containsPattern("muscat.yaml:9: jobs.0..score.pushgateway-password: the file .*/absent, ")
        .contains("muscat.yaml:10: jobs[0].score.remote-write: it holds a user, and perhaps a")
        .contains("muscat.yaml:11: jobs[0].score.remote-write-labels: the label 'theatre' is taken")
        .contains("muscat.yaml:12: jobs[0].score.webhook: http://hooks.example/x is at or below no")
        .contains("muscat.yaml:13: jobs[0].score.webhook-secret: the variable MUSCAT_NO_SUCH_KEY")
        .contains("muscat.yaml:14: jobs[1].score.pushgateway: http://push:9091/ has a query;")
        .doesNotContain("hunter2")
        .doesNotContain("me:secret");
  }

  @Test
  void shouldWarnOfATextFileThatCannotBeWrittenHere() throws IOException {
    home.options(
        "jobs: [{id: a, every: P1D, score: {textfile: " + folder + "/absent/muscat.prom}}]\n");

    assertThat(check()).isZero();

    assertThat(out.toString())
        .contains("muscat.yaml:2: jobs[0].score.textfile: the folder " + folder + "/absent is not")
        .endsWith("1 warning\n");
  }

  @Test
  void shouldWarnOfFormerNames() throws IOException {
    home.options("feeds: [{feed: keyed, config: {rows: 3}}]\n");

    assertThat(check()).isZero();

    assertThat(out.toString())
        .contains("warning: ")
        .contains("muscat.yaml:2: feeds[0].config.rows: 'rows' is now called 'limit'; rename it")
        .endsWith("ok: 1 feed, 1 model, 2 theatres, 1 warning\n");
  }

  @Test
  void shouldTellTheSameInJson() throws IOException {
    home.options("feeds: [{feed: keyed, config: {rows: 3, limit: 4}}]\n");

    assertThat(check("--json")).isEqualTo(78);

    JsonNode told = new ObjectMapper().readTree(out.toString());
    assertThat(told.get("theatres")).hasToString("[\"north\",\"south\"]");
    JsonNode problem = told.get("problems").get(0);
    assertThat(problem.get("code").asText()).isEqualTo("P202");
    assertThat(problem.get("path").asText()).isEqualTo("feeds[0].config.rows");
    assertThat(problem.get("line").asInt()).isEqualTo(2);
  }

  @Test
  void shouldTellOfRejectedPluginsIfTheyAreNotToBe() throws IOException {
    Files.writeString(home.plugins().resolve("bad.jar"), "no archive");
    home.options("plugins: {on-reject: fail}\n");

    assertThat(check()).isEqualTo(78);

    assertThat(out.toString()).contains("plugin 'bad'").contains("[P102]");
  }

  @Test
  void shouldWriteSchemas() throws IOException {
    Path schemas = folder.resolve("schemas");

    int code =
        run("config", "schema", "--plugins", home.plugins().toString(), "--out", "" + schemas);

    assertThat(code).isZero();
    assertThat(schemas.resolve("feed-keyed.schema.json")).content().contains("\"limit\"");
    assertThat(schemas.resolve("muscat.schema.json")).content().contains("\"keyed\"");
  }

  private int check(String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "config",
                "check",
                home.config().toString(),
                "--plugins",
                home.plugins().toString(),
                "--data",
                home.data().toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) {
    int code = MuscatCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    assertThat(err.toString()).isEmpty();
    return code;
  }
}
