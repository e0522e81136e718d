package org.muscat.server.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.muscat.server.fixture.LogWatch;

class PromptThreadsTest {

  @RegisterExtension final LogWatch logs = new LogWatch();

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldHaveAShortSliceWhereLinuxHasSlices() throws Exception {
    Told told = Told.of(List.of());

    if (linuxHasSlices()) {
      assertThat(told.words()).isEqualTo("PT0.0001S, nice 0");
    } else {
      assertThat(told.words()).isEqualTo("PT0S, nice 0");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldKeepItsNiceValue() throws Exception {
    assertThat(Told.of(List.of("nice", "-n", "3")).words()).endsWith(", nice 3");
  }

  /** It yields to all others: nobody who asked for that wants it prompt. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldLeaveAThreadOfAnotherPolicyAlone() throws Exception {
    Told told = Told.of(List.of("chrt", "--idle", "0"));

    assertThat(told.words()).doesNotContain("PT0.0001S");
    assertThat(told.log()).contains("event=\"thread-not-prompt\"", "its scheduling policy is 5");
  }

  /** JNA unpacks its library into a folder; a container may have none that can be written. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldRunWhereTheLibraryCannotBeUnpacked() throws Exception {
    Told told = Told.of(List.of("env", "JAVA_TOOL_OPTIONS=-Djna.tmpdir=/proc"));

    assertThat(told.words()).startsWith("Linux cannot be asked: ");
    assertThat(told.log()).contains("event=\"thread-not-prompt\"").doesNotContain("\tat ");
  }

  @Test
  void shouldRunItsBodyUnderItsName() throws InterruptedException {
    StringBuilder name = new StringBuilder();
    Thread thread =
        new PromptThreads("ticks").newThread(() -> name.append(Thread.currentThread().getName()));

    thread.start();
    thread.join();

    assertThat(name).hasToString("ticks");
    assertThat(logs.errors()).isEmpty();
  }

  private static boolean linuxHasSlices() {
    String[] version = System.getProperty("os.version").split("\\D+", 3);
    int major = Integer.parseInt(version[0]);
    return major > 6 || (major == 6 && Integer.parseInt(version[1]) >= 12);
  }

  /** What a prompt thread of another process says of itself, and the log of that process. */
  private record Told(String words, String log) {

    static Told of(List<String> starter) throws Exception {
      Process process =
          new ProcessBuilder(
                  Stream.concat(
                          starter.stream(),
                          Stream.of(
                              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                              "-XX:TieredStopAtLevel=1",
                              "-cp",
                              System.getProperty("java.class.path"),
                              PromptProgram.class.getName()))
                      .toList())
              .start();
      String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String log = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return new Told(words.strip(), log);
    }
  }
}
