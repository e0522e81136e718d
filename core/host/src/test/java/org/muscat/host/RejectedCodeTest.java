package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;

/** Plugins that are rejected for what their code does while they are made. */
class RejectedCodeTest {

  private final Path folder;

  RejectedCodeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldRejectAConstructorThatThrows() throws IOException {
    PluginJar.of(
            "bad",
            PluginSource.of("Bad", "bad")
                .members("public Bad() { throw new IllegalStateException(\"no disk\"); }"))
        .in(folder);

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P111");
    assertThat(verdict.cause())
        .matches("java.lang.IllegalStateException: no disk \\(Bad.java:\\d+\\)");
  }

  @Test
  void shouldTakeAnOutOfMemoryErrorOfThePluginForItsOwnFault() throws IOException {
    PluginJar.of(
            "bad",
            PluginSource.of("Bad", "bad")
                .descriptor("long[][] hog = new long[Integer.MAX_VALUE - 2][]; return null;"))
        .in(folder);

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P101");
    assertThat(verdict.cause()).startsWith("java.lang.OutOfMemoryError");
  }

  @Test
  void shouldRejectAStaticInitialiserThatThrows() throws IOException {
    PluginJar.of(
            "bad",
            PluginSource.of("Bad", "bad").members("static final int N = Integer.parseInt(\"x\");"))
        .in(folder);

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P112");
    assertThat(verdict.cause()).startsWith("java.lang.NumberFormatException: ");
  }

  @Test
  void shouldRejectAConstructorThatIsNotPublic() throws IOException {
    PluginJar.of("bad", PluginSource.of("Bad", "bad").members("Bad() {}")).in(folder);

    assertThat(SoundNeighbours.rejected(folder, "bad").code()).isEqualTo("P113");
  }

  @Test
  void shouldRejectAClassThatDoesNotFitToItsLibrary() throws IOException {
    PluginJar.of("bad", PluginSource.of("Bad", "bad").members("int n = lib.Help.count();"))
        .source(
            "lib.Help", "package lib; public class Help { public static int count() {return 1;}}")
        .without("lib.Help")
        .in(folder.resolve("bad"));
    PluginJar.named("old")
        .source("lib.Help", "package lib; public class Help {}")
        .in(folder.resolve("bad"));

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P114");
    assertThat(verdict.cause()).contains("java.lang.NoSuchMethodError", "lib.Help.count()");
  }

  @Test
  void shouldRejectAPluginThatOffersAnIndicatorTwice() throws IOException {
    PluginJar.of(
            "bad",
            PluginSource.good("Bad", "bad", "worse").rawIndicator("new Kind(\"worse\", null)"))
        .in(folder);

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P104");
    assertThat(verdict.cause()).contains("'worse' is offered more than once by");
  }

  @Test
  void shouldRejectAPluginWhoseExceptionsFailThemselves() throws IOException {
    PluginJar.of(
            "bad",
            PluginSource.of("Bad", "bad")
                .members(
                    """
                    static class Hostile extends RuntimeException {
                      public String getMessage() { throw new Hostile(); }
                      public Throwable getCause() { throw new Hostile(); }
                      public StackTraceElement[] getStackTrace() { throw new Hostile(); }
                    }
                    """)
                .descriptor("throw new Hostile();"))
        .in(folder);

    Verdict verdict = SoundNeighbours.rejected(folder, "bad");

    assertThat(verdict.code()).isEqualTo("P101");
    assertThat(verdict.cause()).startsWith("acme.Bad$Hostile: its message cannot be had");
  }
}
