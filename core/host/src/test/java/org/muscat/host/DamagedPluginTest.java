package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.load.Candidate;

/** Whatever lies in the folder of plugins, the host starts and says what is wrong. */
class DamagedPluginTest {

  private static final int ROUNDS = 150;

  private final Path folder;

  DamagedPluginTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldSurviveAnyDamageOfAClassFile() throws IOException {
    Map<String, byte[]> sound =
        content(
            PluginJar.of(
                    "sound", PluginSource.good("A", "a", "one").indicator("two", "return null;"))
                .in(folder.resolve("sound")));
    Random random = new Random(20260701);
    HostSettings settings =
        HostSettings.of(
            new GuardSettings(
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofMillis(200)));

    for (int round = 0; round < ROUNDS; round++) {
      Path damaged = folder.resolve("damaged-" + round);
      PluginJar jar = PluginJar.named("damaged");
      sound.forEach((entry, bytes) -> jar.entry(entry, damaged(entry, bytes, random)));
      Path file = jar.in(damaged);

      try (LoadedPlugins plugins = PluginLoader.load(List.of(Candidate.of(file)), settings)) {
        assertThat(plugins.verdicts()).as("round %s", round).isNotEmpty();
      }
    }
  }

  @Test
  void shouldNotAskForAJavaThatThereWillNeverBe() throws IOException {
    byte[] noise = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    PluginJar.of("a", PluginSource.good("A", "a", "one")).entry("acme/B.class", noise).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder)) {
      assertThat(plugins.verdicts().get(0).code()).isEqualTo("P102");
      assertThat(plugins.verdicts().get(0).cause()).endsWith("acme/B.class is no class file");
    }
  }

  @Test
  void shouldSayOnceThatConstructorsHang() throws IOException {
    String hang =
        "try { new java.util.concurrent.Semaphore(0).acquire(); }"
            + " catch (InterruptedException e) { spinUntil(\"damaged.end\"); }";
    PluginJar.named("hanging")
        .plugin(PluginSource.of("A", "a").members("public A() {" + hang + "}"))
        .plugin(PluginSource.of("B", "b").members("public B() {" + hang + "}"))
        .in(folder);
    GuardSettings hasty =
        new GuardSettings(
            // Long enough on a busy machine to find the next class, which is a call too.
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofMillis(100));

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(hasty))) {
      assertThat(plugins.verdicts()).extracting(Verdict::code).containsExactly("P111", "P111");
    } finally {
      System.setProperty("damaged.end", "now");
    }
  }

  private static byte[] damaged(String entry, byte[] bytes, Random random) {
    byte[] other = bytes.clone();
    if (entry.endsWith(".class")) {
      for (int i = 0; i < 1 + random.nextInt(3); i++) {
        other[8 + random.nextInt(other.length - 8)] = (byte) random.nextInt(256);
      }
    }
    return other;
  }

  private static Map<String, byte[]> content(Path jar) throws IOException {
    Map<String, byte[]> content = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (!entry.getName().equals("META-INF/MANIFEST.MF")) {
          try (InputStream in = zip.getInputStream(entry)) {
            content.put(entry.getName(), in.readAllBytes());
          }
        }
      }
    }
    return content;
  }
}
