package org.muscat.host.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.faultpack.PluginJar;

class CodeScanTest {

  private final Path folder;

  CodeScanTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "System.exit(1)                                     | EXIT         | DANGER",
        "Runtime.getRuntime().halt(1)                       | EXIT         | DANGER",
        "new ProcessBuilder(\"ls\").start()                 | PROCESS      | DANGER",
        "System.loadLibrary(\"x\")                          | NATIVE       | DANGER",
        "System.setProperty(\"a\", \"b\")                   | SHARED_STATE | WARNING",
        "System.setOut(null)                                | SHARED_STATE | WARNING",
        "Object.class.getDeclaredMethods()[0].setAccessible(true) | REFLECTION | WARNING",
        "new Thread(() -> {}).start()                       | THREADS      | WARNING",
        "java.util.concurrent.Executors.newCachedThreadPool() | THREADS    | WARNING",
        "new java.util.Timer()                              | THREADS      | WARNING",
        "java.util.stream.Stream.of(1).parallel()           | THREADS      | WARNING",
        "new java.net.Socket()                              | NETWORK      | WARNING",
        "new java.net.URL(\"http://a\").openStream()        | NETWORK      | WARNING",
        "java.nio.channels.SocketChannel.open()             | NETWORK      | WARNING",
        "java.nio.file.Files.size(null)                     | FILES        | NOTE",
        "java.time.Instant.now()                            | CLOCK        | NOTE",
        "System.currentTimeMillis()                         | CLOCK        | NOTE",
        "Math.random()                                      | CHANCE       | NOTE",
        "new java.util.Random()                             | CHANCE       | NOTE"
      })
  void shouldFindTheHazard(String statement, Hazard hazard, Severity severity) throws Exception {
    List<Finding> findings =
        scan(plugin("class Gas { void go() throws Exception {", statement + "; } }"));

    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.hazard()).isEqualTo(hazard);
              assertThat(finding.severity()).isEqualTo(severity);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.net.URI.create(\"http://a\")",
        "java.time.Instant.now(java.time.Clock.fixed(java.time.Instant.EPOCH, java.time.ZoneOffset.UTC))",
        "new java.util.Random(7)",
        "System.getProperty(\"a\")",
        "Thread.currentThread().interrupt()",
        "Runtime.version()"
      })
  void shouldPassOverWhatIsHarmless(String statement) throws Exception {
    assertThat(scan(plugin("class Gas { void go() throws Exception {", statement + "; } }")))
        .isEmpty();
  }

  @Test
  void shouldSayWhere() throws Exception {
    List<Finding> findings = scan(plugin("class Gas {", " void go() {", "  System.exit(3);", "}}"));

    assertThat(findings)
        .containsExactly(
            new Finding(
                Severity.DANGER,
                Hazard.EXIT,
                "plugin.jar",
                "acme.Gas",
                "go",
                4,
                "java.lang.System.exit(int)"));
    assertThat(findings.get(0))
        .hasToString(
            "acme.Gas.go, line 4: java.lang.System.exit(int) ends the host with all other plugins;"
                + " throw an exception instead");
  }

  @Test
  void shouldTakeClocksOfIndicatorsMoreSeriously() throws Exception {
    List<Finding> findings =
        scan(
            plugin(
                "class Gas implements org.muscat.spi.Indicator {",
                "public org.muscat.spi.Reading read(org.muscat.spi.SeriesView known) {",
                "java.time.Instant.now(); return null; } }"));

    assertThat(findings).extracting(Finding::severity).containsExactly(Severity.WARNING);
  }

  @Test
  void shouldLookIntoLambdasAndMethodReferences() throws Exception {
    List<Finding> findings =
        scan(
            plugin(
                "class Gas {",
                "Runnable one() { return () -> System.exit(1); }",
                "java.util.function.DoubleSupplier two() { return Math::random; } }"));

    assertThat(findings)
        .extracting(finding -> finding.method() + " " + finding.call())
        .containsExactly("one java.lang.System.exit(int)", "two java.lang.Math.random()");
  }

  @Test
  void shouldTellOnlyTheDangersOfLibraries() throws Exception {
    PluginJar library =
        PluginJar.named("help")
            .source("lib.Clock", "package lib; class Clock { long t = System.nanoTime(); }")
            .source("lib.Main", "package lib; class Main { void go() { System.exit(1); } }");

    List<Finding> findings = scan(plugin("class Gas {", "}"), library);

    assertThat(findings)
        .extracting(finding -> finding.place() + " " + finding.type())
        .containsExactly("help.jar lib.Main");
  }

  /** A plugin of this class, which starts in line 2. */
  private static PluginJar plugin(String... lines) {
    return PluginJar.named("plugin")
        .source("acme.Gas", "package acme;\n" + String.join("\n", lines))
        .service("acme.Gas");
  }

  private List<Finding> scan(PluginJar... jars) throws IOException, UnreadableException {
    List<Path> paths = new ArrayList<>();
    for (PluginJar jar : jars) {
      paths.add(jar.in(folder));
    }
    try (ClassPath classPath = ClassPath.open(paths)) {
      return CodeScan.of(classPath);
    }
  }
}
