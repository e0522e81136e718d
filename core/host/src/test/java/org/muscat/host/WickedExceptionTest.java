package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.host.Readings.read;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.Problems;
import org.muscat.spi.FetchRequest;

/** An exception of a plugin may do anything when it is asked what it says. */
@Timeout(120)
class WickedExceptionTest {

  private static final Instant NOW = Instant.parse("2024-01-31T00:00:00Z");
  private static final GuardSettings HASTY =
      new GuardSettings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofMillis(500));
  private static final String ERROR = "throw new AssertionError(\"never\");";
  private static final String THROWN = "public Bad() { throw new Wicked(); }";
  private static final String HANG =
      "try { new java.util.concurrent.Semaphore(0).acquire(); }"
          + " catch (InterruptedException e) { } return \"late\";";

  @TempDir private Path folder;

  @Test
  void shouldRejectAPluginWhoseExceptionFailsToSayWhatIsWrong() throws IOException {
    wicked(ERROR, THROWN, "return null;");

    try (LoadedPlugins plugins = load()) {
      assertThat(verdict(plugins))
          .returns("P111", Verdict::code)
          .extracting(Verdict::cause)
          .asString()
          .contains("Wicked", "its message cannot be had: java.lang.AssertionError");
      assertThat(read(plugins, "sound").get(0).failure()).isEmpty();
    }
  }

  @Test
  void shouldRejectAPluginWhoseExceptionHangsWhenItIsAsked() throws IOException {
    wicked(HANG, THROWN, "return null;");

    try (LoadedPlugins plugins = load()) {
      assertThat(verdict(plugins))
          .returns("P111", Verdict::code)
          .extracting(Verdict::cause)
          .asString()
          .contains("did not end within PT5S");
      assertThat(read(plugins, "sound").get(0).failure()).isEmpty();
    }
  }

  @Test
  void shouldRejectAPluginWhoseExceptionForgesALine() throws IOException {
    wicked("return \"a\\nforged 1.0 ACTIVE \\u001b[2J\";", THROWN, "return null;");

    try (LoadedPlugins plugins = load()) {
      assertThat(verdict(plugins).cause()).contains("a forged 1.0 ACTIVE \\u001b[2J");
    }
  }

  @Test
  void shouldRefuseAVersionThatIsNoLine() throws IOException {
    PluginJar.of(
            "bad",
            PluginSource.of("Bad", "bad")
                .descriptor("return PluginDescriptor.of(\"bad\", \"t\", \"1\\n2\", \"MIT\", 1);"))
        .in(folder);

    try (LoadedPlugins plugins = load()) {
      assertThat(verdict(plugins))
          .returns("P101", Verdict::code)
          .extracting(Verdict::cause)
          .asString()
          .contains("plugin version has the control character 10 at position 1");
    }
  }

  @Test
  void shouldFailAFetchWhoseExceptionFailsToSayWhatIsWrong() throws IOException {
    wicked(ERROR, "", "throw new Wicked();");

    assertThat(fetch().message()).contains("its message cannot be had: java.lang.AssertionError");
  }

  @Test
  void shouldFailAFetchWhoseExceptionHangsWhenItIsAsked() throws IOException {
    wicked(HANG, "", "throw new Wicked();");

    assertThat(fetch().kind()).isEqualTo(CallFailed.Kind.TIMED_OUT);
  }

  private void wicked(String message, String constructor, String fetch) throws IOException {
    PluginJar.of(
            "bad",
            PluginSource.of("Bad", "bad")
                .members(
                    "static class Wicked extends RuntimeException { public String getMessage() { "
                        + message
                        + " } } "
                        + constructor)
                .feed("drop", fetch))
        .in(folder);
    PluginJar.of("sound", PluginSource.good("Sound", "sound", "sound")).in(folder);
  }

  private LoadedPlugins load() throws IOException {
    return PluginLoader.load(folder, HostSettings.of(HASTY));
  }

  private static Verdict verdict(LoadedPlugins plugins) {
    return plugins.verdicts().get(0);
  }

  private CallFailed fetch() throws IOException {
    try (LoadedPlugins plugins = load()) {
      Problems problems = new Problems();
      ConfigNode config = ConfigReader.parse("muscat.yaml", "{}", problems).orElseThrow();
      HostedFeed feed =
          plugins
              .feed("drop")
              .orElseThrow()
              .open("drop", config, folder, Clock.fixed(NOW, ZoneOffset.UTC), problems)
              .orElseThrow();
      FetchOutcome outcome = feed.fetch(FetchRequest.first(NOW.plusSeconds(5)));
      assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
      return ((FetchOutcome.Failed) outcome).failure();
    }
  }
}
