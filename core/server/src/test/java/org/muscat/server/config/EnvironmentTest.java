package org.muscat.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.host.config.Problem;
import org.muscat.host.config.Problems;

class EnvironmentTest {

  @TempDir Path folder;

  private final Problems problems = new Problems();

  @Test
  void shouldStandOverWhatTheFileSays() throws IOException {
    ServerConfig config =
        read(
            "models: [a]\nlisten: {host: 0.0.0.0, port: 1}\n",
            Map.of("MUSCAT_LISTEN_PORT", "9090", "MUSCAT_HEARTBEAT", "PT5S"));

    assertThat(problems.all()).isEmpty();
    assertThat(config.host()).isEqualTo("0.0.0.0");
    assertThat(config.port()).isEqualTo(9090);
    assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void shouldStandForGroupsThatTheFileDoesNotHave() throws IOException {
    ServerConfig config =
        read(
            "models: [a]",
            Map.of(
                "MUSCAT_MODELS", "[b, c]",
                "MUSCAT_HTTP_REQUESTS_PER_SECOND", "0.25",
                "MUSCAT_HTTP_PROXY_HOST", "proxy.example",
                "MUSCAT_STORE_URL", "jdbc:postgresql://db/muscat",
                "MUSCAT_PLUGINS_ON_REJECT", "fail",
                "MUSCAT_PLUGINS_HEAP", "128"));

    assertThat(problems.all()).isEmpty();
    assertThat(config.models()).containsExactly(folder.resolve("b"), folder.resolve("c"));
    assertThat(config.http().requestsPerSecond()).isEqualTo(0.25);
    assertThat(config.http().proxy().orElseThrow().host()).isEqualTo("proxy.example");
    assertThat(config.store().orElseThrow()).hasToString("jdbc:postgresql://db/muscat");
    assertThat(config.plugins().onReject()).isEqualTo(MuscatYaml.OnReject.FAIL);
    assertThat(config.plugins().host().otherwise().heapMegabytes()).isEqualTo(128);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MUSCAT_LISTEN_PORT | eighty | MUSCAT_LISTEN_PORT: listen.port: 'eighty' is not a whole number from 0 to 65535",
        "MUSCAT_MODELS | a | MUSCAT_MODELS: models: 'a' is not a list",
        "MUSCAT_LISTEN_PROT | 1 | MUSCAT_LISTEN_PROT: this variable of the environment stands for no option, did you mean 'MUSCAT_LISTEN_PORT'?",
        "MUSCAT_HTTP_PROXY_HOST | '' | MUSCAT_HTTP_PROXY_HOST: http.proxy.host: the value is blank",
        "MUSCAT_PLUGINS_ISOLATION | both | MUSCAT_PLUGINS_ISOLATION: plugins.isolation: 'both' is not one of: host, process"
      })
  void shouldNameTheVariableAsThePlace(String name, String value, String told) throws IOException {
    read("models: [a]", Map.of(name, value));

    assertThat(problems.all()).extracting(Problem::toString).containsExactly(told);
  }

  @Test
  void shouldNotQuoteASecretThatIsWrittenIntoAVariable() throws IOException {
    read(
        "models: [a]",
        Map.of(
            "MUSCAT_STORE_URL", "jdbc:postgresql://db/muscat",
            "MUSCAT_STORE_PASSWORD", "hunter2"));

    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().get(0).toString())
        .startsWith("MUSCAT_STORE_PASSWORD: store.password: ")
        .contains("${file:PATH}")
        .doesNotContain("hunter2");
  }

  @Test
  void shouldKnowVariablesOfOthers() throws IOException {
    read(
        """
        models: [a]
        feeds: [{feed: x, config: {key: "${env:MUSCAT_KEY_OF_X}"}}]
        """,
        Map.of(
            "MUSCAT_JAVA_OPTS", "-Xmx1g",
            "MUSCAT_LOG_LEVEL", "DEBUG",
            "MUSCAT_KEY_OF_X", "secret",
            "MUSCAT_SERVICE_HOST", "10.0.0.1",
            "MUSCAT_PORT", "tcp://10.0.0.1:8080",
            "MUSCAT_PORT_8080_TCP_ADDR", "10.0.0.1",
            "PATH", "/bin"));

    assertThat(problems.all()).isEmpty();
  }

  private ServerConfig read(String yaml, Map<String, String> environment) throws IOException {
    Path file = Files.writeString(folder.resolve("muscat.yaml"), yaml);
    return ServerConfig.read(file, folder, environment, problems);
  }
}
