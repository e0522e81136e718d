package org.muscat.host.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A child without its host. */
class ChildMainTest {

  private final Process child;

  ChildMainTest() throws IOException {
    child = ChildCommand.of(16).start();
  }

  @AfterEach
  void kill() {
    child.destroyForcibly();
  }

  @Test
  void shouldEndWhenItsHostIsGone() throws Exception {
    assertThat(child.getInputStream().readNBytes(6)).asString().isEqualTo("MUSCAT");

    child.getOutputStream().close();

    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isZero();
  }

  @Test
  void shouldEndWhenItsHostCannotBeUnderstood() throws Exception {
    child.getOutputStream().write("hello, is anybody there?".getBytes(StandardCharsets.US_ASCII));
    child.getOutputStream().flush();

    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(70);
    assertThat(new String(child.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("the host cannot be understood:");
  }

  @Test
  void shouldHaveNoMoreOnItsClassPathThanItNeeds() {
    assertThat(String.join(" ", ChildCommand.of(16).command()))
        .contains("snakeyaml")
        .doesNotContain("vertx", "netty", "junit", "logback");
  }
}
