package org.muscat.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problem;
import org.muscat.host.config.Problems;
import org.muscat.host.http.HttpSettings;
import org.muscat.server.config.ServerConfig.FeedConfig;

class ServerConfigTest {

  @TempDir Path folder;

  private final Problems problems = new Problems();

  @Test
  void shouldFillInWhatIsNotWritten() throws IOException {
    ServerConfig config = read("models: [models]");

    assertThat(problems.all()).isEmpty();
    assertThat(config.models()).containsExactly(folder.resolve("models"));
    assertThat(config.host()).isEqualTo("127.0.0.1");
    assertThat(config.port()).isEqualTo(8080);
    assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(60));
    assertThat(config.feeds()).isEmpty();
    assertThat(config.http()).isEqualTo(HttpSettings.defaults(Build.VERSION));
  }

  @Test
  void shouldReadHowToGoAboutInTheNetwork() throws IOException {
    ServerConfig config =
        read(
            """
            models: [a]
            http:
              requests-per-second: 0.5
              burst: 2
              proxy: {host: proxy.example, port: 8888, username: me, password: "${env:PATH}"}
              trust: [ca.pem]
              record: recorded
            """);

    assertThat(problems.all()).isEmpty();
    HttpSettings http = config.http().inFolder(Path.of("/data"));
    assertThat(http.requestsPerSecond()).isEqualTo(0.5);
    assertThat(http.burst()).isEqualTo(2);
    assertThat(http.trust()).containsExactly(folder.resolve("ca.pem"));
    assertThat(http.record()).contains(Path.of("/data/recorded"));
    assertThat(http.replay()).isEmpty();
    HttpSettings.Proxy proxy = http.proxy().orElseThrow();
    assertThat(proxy.host() + ":" + proxy.port()).isEqualTo("proxy.example:8888");
    assertThat(proxy.password().orElseThrow().reveal()).isEqualTo(System.getenv("PATH"));
  }

  @Test
  void shouldSayWhatIsWrongWithTheNetworkWithoutTellingSecrets() throws IOException {
    read(
        """
        models: [a]
        http:
          requests-per-second: 0
          burst: none
          proxy: {port: 1, password: s3cr3t}
          record: a
          replay: b
        """);

    assertThat(problems.all())
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            "http.requests-per-second",
            "http.burst",
            "http.proxy.password",
            "http.proxy",
            "http.proxy",
            "http.replay");
    assertThat(problems.all().toString()).doesNotContain("s3cr3t");
  }

  @Test
  void shouldReadEverything() throws IOException {
    ServerConfig config =
        read(
            """
            models: [a.yaml, /b/c.yaml]
            listen: {host: 0.0.0.0, port: 0}
            heartbeat: PT5S
            feeds:
              - feed: lines
              - {id: other, feed: lines, every: P1D, source: acme, config: {path: "${home}/x"}}
            """);

    assertThat(problems.all()).isEmpty();
    assertThat(config.models()).containsExactly(folder.resolve("a.yaml"), Path.of("/b/c.yaml"));
    assertThat(config.host()).isEqualTo("0.0.0.0");
    assertThat(config.port()).isZero();
    assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(5));
    FeedConfig first = config.feeds().get(0);
    assertThat(List.of(first.id(), first.feed(), first.source()))
        .containsExactly("lines", "lines", "lines");
    FeedConfig second = config.feeds().get(1);
    assertThat(List.of(second.id(), second.source())).containsExactly("other", "acme");
    assertThat(second.every()).isEqualTo(Duration.ofDays(1));
    assertThat(((ConfigNode.Mapping) second.config()).get("path").orElseThrow().describe())
        .isEqualTo("'" + folder.resolve("home") + "/x'");
  }

  @Test
  void shouldTellEverythingThatIsWrongAtOnceWithItsLine() throws IOException {
    read(
        """
        model: [models]
        listen: {host: localhost, porte: 1, port: eighty}
        heartbeat: sixty
        feeds:
          - {id: one}
          - {feed: lines}
          - {feed: lines, every: PT0S}
          - {feed: other, config: {path: "${hom}/x"}}
          - {feed: other, id: "an\\nother", source: Reuters}
        """);

    assertThat(told())
        .containsExactlyInAnyOrder(
            "1: unknown option 'model', did you mean 'models'?",
            "1: no models are named; name model files or folders of them",
            "2: unknown option 'porte', did you mean 'port'?",
            "2: 'eighty' is not a whole number from 0 to 65535",
            "3: 'sixty' is not an ISO duration such as PT1M or P1D, from a millisecond to a year",
            "5: option 'feed' is missing",
            "7: 'PT0S' is not an ISO duration such as PT1M or P1D, from a millisecond to a year",
            "7: two feeds have the id 'lines'",
            "8: nothing is bound to 'hom'; bound are: home; did you mean 'home'?",
            "9: 'an other' is not lower-case words joined by hyphens, such as 'oil-prices'",
            "9: 'Reuters' is not lower-case words joined by hyphens, such as 'oil-prices'");
    assertThatThrownBy(() -> ConfigException.throwIfAny(problems))
        .hasMessageStartingWith("11 problems in the configuration:\n  ")
        .hasMessageContaining("muscat.yaml:2");
  }

  @Test
  void shouldNameTheStoreWithoutItsSecrets() throws IOException {
    Files.writeString(folder.resolve("password"), "hunter2\n");

    ServerConfig config =
        read(
            """
            models: [models]
            store:
              url: jdbc:postgresql://db.example:5433/muscat?sslmode=require
              user: muscat
              password: ${file:password}
              upgrade: allow
            """);

    assertThat(problems.all()).isEmpty();
    assertThat(config.store().orElseThrow())
        .hasToString("jdbc:postgresql://db.example:5433/muscat");
    assertThat(config.toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "listen: {port: 65536}        | '65536' is not a whole number from 0 to 65535",
        "listen: {port: -1}           | '-1' is not a whole number from 0 to 65535",
        "listen: {port: [1]}          | a list is not a single value",
        "listen: {host: }             | nothing is not a single value",
        "listen: {host: ''}           | the value is blank",
        "listen: here                 | 'here' is not a mapping of options",
        "store: /var/muscat.db        | '/var/muscat.db' is not a mapping of options",
        "store: {user: me}            | option 'url' is missing",
        "store: {url: '/var/m.db'}    | a store is a file or jdbc:postgresql://host:port/database, not /var/m.db",
        "store: {url: 'jdbc:postgresql://h/d', upgrade: yea} | 'yea' is neither refuse nor allow",
        "store: {url: 'jdbc:postgresql://h/d', password: hunter2} | a secret does not stand in a configuration: write ${env:NAME} for a variable of the environment or ${file:PATH} for a file",
        "store: {url: 'jdbc:postgresql://h/d', password: '${env:MUSCAT_TEST_ABSENT}'} | the variable MUSCAT_TEST_ABSENT of the environment, which holds a secret, is not set",
        "heartbeat: {a: 1}            | a mapping is not a single value",
        "heartbeat: -PT1M             | '-PT1M' is not an ISO duration such as PT1M or P1D, from a millisecond to a year",
        "heartbeat: P9999999999D      | 'P9999999999D' is not an ISO duration such as PT1M or P1D, from a millisecond to a year",
        "heartbeat: PT0.0001S         | 'PT0.0001S' is not an ISO duration such as PT1M or P1D, from a millisecond to a year",
        "feeds: lines                 | 'lines' is not a list",
        "feeds: [{feed: a, id: ''}]   | the value is blank",
        "feeds: [{feed: a, source: ' '}] | the value is blank"
      })
  void shouldTellOneMistakeOnce(String line, String told) throws IOException {
    read("models: [models]\n" + line);

    assertThat(told()).containsExactly("2: " + told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "models: models | 'models' is not a list",
        "models: [[a]]  | a list is not a text",
        "models: []     | no models are named; name model files or folders of them"
      })
  void shouldTellOnceThatModelsAreNotNamed(String line, String told) throws IOException {
    read(line);

    assertThat(told()).containsExactly("1: " + told);
  }

  @Test
  void shouldSayThatThereIsNoFile() {
    ServerConfig.read(folder.resolve("absent.yaml"), folder, problems);

    assertThat(told()).containsExactly("1: there is no such file");
  }

  private ServerConfig read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("muscat.yaml"), yaml);
    return ServerConfig.read(file, folder.resolve("home"), problems);
  }

  private List<String> told() {
    return problems.all().stream().map(ServerConfigTest::text).distinct().toList();
  }

  private static String text(Problem problem) {
    return problem.line() + ": " + problem.message();
  }
}
