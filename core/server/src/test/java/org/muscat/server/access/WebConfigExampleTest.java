package org.muscat.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.host.config.Problems;
import org.muscat.server.config.AccessConfig;
import org.muscat.server.fixture.Certificates;

/** The example of docs/security.md, as Prometheus and as Muscat read it. */
class WebConfigExampleTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "security.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("(?s)```yaml\\n(tls_server_config:.*?)```");

  @TempDir Path folder;

  @Test
  void shouldReadTheExample() throws IOException {
    Problems problems = new Problems();
    AccessConfig none = AccessConfig.defaults();
    AccessConfig config =
        new AccessConfig(
            Optional.of(example()),
            none.hosts(),
            none.connections(),
            none.requestsPerSecond(),
            none.burst(),
            none.openReads(),
            none.operators(),
            none.admins(),
            none.tokens());

    Loaded loaded = Loaded.of(config, problems);

    assertThat(problems.all()).isEmpty();
    assertThat(loaded.tls()).isPresent();
    assertThat(loaded.web().users()).containsOnlyKeys("alice", "prometheus");
  }

  @Test
  @Tag("gates")
  void shouldPassTheCheckOfPrometheus() throws IOException, InterruptedException {
    Path example = example();
    Process promtool =
        new ProcessBuilder("promtool", "check", "web-config", example.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(promtool.waitFor()).as(said).isZero();
    assertThat(said).contains("SUCCESS");
  }

  private Path example() throws IOException {
    Certificates authority = Certificates.authority("clients");
    authority.issue("server").write(folder, "server");
    authority.authority().write(folder, "clients");
    Matcher matcher = EXAMPLE.matcher(Files.readString(PAGE));
    assertThat(matcher.find()).isTrue();
    return Files.writeString(folder.resolve("web.yml"), matcher.group(1));
  }
}
