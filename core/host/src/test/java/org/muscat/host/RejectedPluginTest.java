package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;

/** Plugins that are rejected for what is in their jars or what they say of themselves. */
class RejectedPluginTest {

  private final Path folder;

  RejectedPluginTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldRejectATextThatIsCalledJar() throws IOException {
    Files.writeString(folder.resolve("bad.jar"), "not a jar");

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P102");
    assertThat(verdict.cause()).contains("java.util.zip.ZipException", "bad.jar");
  }

  @Test
  void shouldRejectAJarWithoutAProvider() throws IOException {
    PluginJar.named("bad").entry("notes.txt", "hello".getBytes(StandardCharsets.UTF_8)).in(folder);

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P103");
    assertThat(verdict.fix()).contains("META-INF/services/org.muscat.spi.MuscatPlugin");
  }

  @Test
  void shouldRejectAProviderThatIsNoPlugin() throws IOException {
    PluginJar.named("bad")
        .source("acme.Other", "package acme; public class Other {}")
        .service("acme.Other")
        .in(folder);

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P103");
    assertThat(verdict.cause()).contains("acme.Other not a subtype");
  }

  @Test
  void shouldRejectAProviderThatIsNotInTheJar() throws IOException {
    PluginJar.of("bad", PluginSource.good("Bad", "bad", "worse")).without("acme.Bad").in(folder);

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P110");
    assertThat(verdict.cause()).contains("acme.Bad not found");
  }

  @Test
  void shouldRejectADescriptorThatThrows() throws IOException {
    PluginJar.of(
            "bad",
            PluginSource.of("Bad", "bad").descriptor("throw new RuntimeException(\"no id\");"))
        .in(folder);

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P101");
    assertThat(verdict.cause()).startsWith("java.lang.RuntimeException: no id (Bad.java:");
  }

  @Test
  void shouldRejectADescriptorThatIsNull() throws IOException {
    PluginJar.of("bad", PluginSource.of("Bad", "bad").descriptor("return null;")).in(folder);

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P101");
    assertThat(verdict.cause()).isEqualTo("descriptor() is null");
  }

  @Test
  void shouldRejectAnIndicatorWithAMalformedId() throws IOException {
    PluginJar.of("bad", PluginSource.good("Bad", "bad", "Not An Id")).in(folder);

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P101");
    assertThat(verdict.cause()).contains("Not An Id");
  }

  @Test
  void shouldRejectAPluginForANewerContract() throws IOException {
    PluginJar.of("bad", PluginSource.good("Bad", "bad", "worse"))
        .manifest("Muscat-Spi-Version", "2")
        .in(folder);

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P105");
    assertThat(verdict.cause())
        .contains("SPI 2", "Muscat-Spi-Version in the manifest of ", "bad.jar", "has SPI 1");
  }

  @Test
  void shouldRejectADescriptorForANewerContract() throws IOException {
    PluginJar.of(
            "file",
            PluginSource.of("Bad", "bad")
                .descriptor("return PluginDescriptor.of(\"bad\", \"Bad\", \"3.1\", \"MIT\", 7);"))
        .in(folder);

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P105");
    assertThat(verdict.cause())
        .isEqualTo("the plugin is built against SPI 7, says its descriptor; this Muscat has SPI 1");
    assertThat(verdict.version()).isEqualTo("3.1");
  }

  @Test
  void shouldRejectAPluginForAContractThatIsGone() throws IOException {
    PluginJar.of("bad", PluginSource.good("Bad", "bad", "worse"))
        .manifest("Muscat-Spi-Version", "0")
        .in(folder);

    assertThat(SoundNeighbours.rejected(folder, "bad").code()).isEqualTo("P106");
  }

  @Test
  void shouldRejectAManifestWhoseContractIsNoNumber() throws IOException {
    PluginJar.of("bad", PluginSource.good("Bad", "bad", "worse"))
        .manifest("Muscat-Spi-Version", "latest")
        .in(folder);

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P106");
    assertThat(verdict.cause()).endsWith("is 'latest', which is no version of the SPI");
  }

  @Test
  void shouldRejectALibraryThatLiesInThePluginTwice() throws IOException {
    PluginJar.of("bad", PluginSource.good("Bad", "bad", "worse")).in(folder.resolve("bad"));
    PluginJar.named("help-1")
        .source("lib.Help", "package lib; public class Help { int one; }")
        .in(folder.resolve("bad"));
    PluginJar.named("help-2")
        .source("lib.Help", "package lib; public class Help { int two; }")
        .in(folder.resolve("bad"));

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P109");
    assertThat(verdict.cause())
        .isEqualTo("class lib.Help is in help-1.jar and, with other content, in help-2.jar");
  }

  @Test
  void shouldRejectACallOfTheContractThatIsNotThereBeforeAnyCodeRuns() throws IOException {
    PluginJar.of(
            "bad",
            PluginSource.good("Bad", "bad", "worse")
                .members(
                    """
                    static { System.setProperty("muscat.test.ran", "true"); }
                    static double of(Quantiles quantiles) { return quantiles.median(); }
                    """))
        .source(
            "org.muscat.spi.Quantiles",
            "package org.muscat.spi; public interface Quantiles { double median(); }")
        .without("org.muscat.spi.Quantiles")
        .in(folder);

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P114");
    assertThat(verdict.cause())
        .startsWith("class acme.Bad names org.muscat.spi.Quantiles, which this Muscat's SPI 1");
    assertThat(System.getProperty("muscat.test.ran")).isNull();
  }

  @Test
  void shouldRejectAClassFileThatIsTooNew() throws IOException {
    PluginJar.of("bad", PluginSource.good("Bad", "bad", "worse"))
        .classVersion("acme.Bad", 99)
        .in(folder);

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P107");
    assertThat(verdict.cause())
        .isEqualTo(
            "class acme.Bad is made for Java 55, this is Java " + Runtime.version().feature());
    assertThat(verdict.fix()).contains("Run Muscat on Java 55 or newer");
  }

  @Test
  void shouldRejectALibraryThatIsTooNewWhenItIsUsed() throws IOException {
    PluginJar.of("bad", PluginSource.of("Bad", "bad").members("Object help = new lib.Help();"))
        .source("lib.Help", "package lib; public class Help {}")
        .without("lib.Help")
        .in(folder.resolve("bad"));
    PluginJar.named("help")
        .source("lib.Help", "package lib; public class Help {}")
        .classVersion("lib.Help", 99)
        .in(folder.resolve("bad"));

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P107");
    assertThat(verdict.cause())
        .contains("java.lang.UnsupportedClassVersionError", "class file version 99");
  }

  @Test
  void shouldRejectAPluginThatBundlesTheContract() throws IOException {
    PluginJar.of("bad", PluginSource.good("Bad", "bad", "worse"))
        .entry("org/muscat/spi/Feed.class", new byte[] {1})
        .in(folder);

    assertThat(SoundNeighbours.rejected(folder, "bad").code()).isEqualTo("P108");
  }

  @Test
  void shouldRejectAPluginThatMissesAClass() throws IOException {
    PluginJar.of("bad", PluginSource.of("Bad", "bad").members("Object help = new lib.Help();"))
        .source("lib.Help", "package lib; public class Help {}")
        .without("lib.Help")
        .in(folder);

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P110");
    assertThat(verdict.cause()).startsWith("java.lang.ClassNotFoundException: lib.Help (Bad.java:");
  }
}
