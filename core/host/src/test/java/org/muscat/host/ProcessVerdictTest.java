package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;

/** The same faulty jar gets the same verdict, whether its code runs here or in a child JVM. */
class ProcessVerdictTest {

  private static final GuardSettings HASTY =
      new GuardSettings(
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofMillis(200));

  private final Path folder;

  ProcessVerdictTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void shouldLeaveNothingBehind() {
    assertThat(Children.running()).isEmpty();
    await().untilAsserted(() -> assertThat(Children.threads()).isEmpty());
  }

  static List<PluginJar> faulty() {
    PluginSource bad = PluginSource.good("Bad", "bad", "worse");
    return List.of(
        PluginJar.named("bad").entry("notes.txt", new byte[0]),
        PluginJar.of("bad", bad).without("acme.Bad"),
        PluginJar.of("bad", bad).manifest("Muscat-Spi-Version", "2"),
        PluginJar.of("bad", bad).manifest("Muscat-Spi-Version", "0"),
        PluginJar.of("bad", bad).classVersion("acme.Bad", 99),
        PluginJar.of("bad", bad).entry("org/muscat/spi/Feed.class", new byte[] {1}),
        source("int n = lib.Help.count();")
            .source(
                "lib.Help",
                "package lib; public class Help { public static int count() { return 1; } }")
            .without("lib.Help"),
        source("public Bad() { throw new IllegalStateException(\"no disk\"); }"),
        source("static final int N = Integer.parseInt(\"x\");"),
        source("Bad() {}"),
        source(
            "public Bad() throws Exception { new java.util.concurrent.Semaphore(0).acquire(); }"),
        source("public Bad() { while (true) {} }"),
        PluginJar.of("bad", PluginSource.of("Bad", "bad").descriptor("return null;")),
        PluginJar.of(
            "bad", PluginSource.of("Bad", "bad").descriptor("throw new RuntimeException(\"x\");")),
        PluginJar.of("bad", bad.rawIndicator("new Kind(\"worse\", null)")));
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void shouldGiveTheSameVerdictAsInTheHost(PluginJar jar) throws IOException {
    jar.in(folder);

    List<Verdict> here = verdicts(Isolation.HOST);
    List<Verdict> there = verdicts(Isolation.process(32));

    assertThat(here).extracting(Verdict::status).containsExactly(Status.REJECTED);
    assertThat(there).isEqualTo(here);
  }

  @Test
  void shouldGiveTheSameVerdictForWhatIsNoJar() throws IOException {
    Files.writeString(folder.resolve("bad.jar"), "not a jar");

    assertThat(verdicts(Isolation.process(32))).isEqualTo(verdicts(Isolation.HOST));
  }

  @Test
  void shouldRejectAPluginThatExitsInItsConstructor() throws IOException {
    source("public Bad() { System.err.println(\"giving up\"); System.exit(3); }").in(folder);

    Verdict verdict = verdicts(Isolation.process(32)).get(0);

    assertThat(verdict.code()).isEqualTo("P111");
    assertThat(verdict.cause())
        .isEqualTo("the process of plugin 'bad' ended with exit code 3, its last words: giving up");
    assertThat(verdict.fix()).endsWith(".");
  }

  @Test
  void shouldRejectAPluginThatTakesAllMemoryInItsConstructor() throws IOException {
    source("long[][] all = new long[1000][100000];").in(folder);

    Verdict verdict = verdicts(Isolation.process(32)).get(0);

    assertThat(verdict.code()).isEqualTo("P111");
    assertThat(verdict.cause()).contains("java.lang.OutOfMemoryError: Java heap space");
  }

  @Test
  void shouldSayThatTheHeapCannotBeHad() throws IOException {
    PluginJar.of("bad", PluginSource.good("Bad", "bad", "worse")).in(folder);

    Verdict verdict = verdicts(Isolation.process(Integer.MAX_VALUE)).get(0);

    assertThat(verdict.status()).isEqualTo(Status.REJECTED);
    assertThat(verdict.cause()).contains("ended with exit code 1", "heap");
  }

  @Test
  void shouldRejectTwoPluginsWithOneIdInWhateverProcess() throws IOException {
    PluginJar.of("first", PluginSource.good("First", "same", "one")).in(folder);
    PluginJar.of("other", PluginSource.good("Other", "same", "two")).in(folder);

    assertThat(verdicts(Isolation.process(32)))
        .isEqualTo(verdicts(Isolation.HOST))
        .extracting(Verdict::code)
        .containsExactly("P104", "P104");
  }

  private static PluginJar source(String members) {
    return PluginJar.of("bad", PluginSource.of("Bad", "bad").members(members));
  }

  private List<Verdict> verdicts(Isolation isolation) throws IOException {
    try (LoadedPlugins plugins =
        PluginLoader.load(folder, new HostSettings(HASTY, Map.of(), isolation))) {
      return plugins.verdicts();
    }
  }
}
