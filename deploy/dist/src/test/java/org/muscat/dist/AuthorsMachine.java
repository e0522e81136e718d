package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the author of a plugin has: Maven, the command {@code muscat}, and a local repository with
 * what this build made, beside what it needed itself. Nothing is downloaded.
 */
final class AuthorsMachine {

  private static final Path ROOT = Path.of("..", "..");
  private static final String VERSION = System.getProperty("muscat.version");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** A build of one small plugin ends before the optimising compiler pays. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  /** The modules that a project made from the archetype depends on. */
  private static final List<String> MODULES =
      List.of(
          "plugins/spi",
          "plugins/testkit",
          "plugins/faultpack",
          "plugins/contract",
          "plugins/archetype",
          "core/host");

  private final Path folder;
  private final Path repository;

  /** How a command ended, and how long it took. */
  record Ran(String output, Duration took) {}

  /**
   * Lays what was built into a repository.
   *
   * @param folder empty, for all of the machine
   */
  AuthorsMachine(Path folder) throws IOException {
    this.folder = folder;
    this.repository = folder.resolve("repository");
    lay("muscat-parent", ROOT.resolve("pom.xml"), "pom");
    for (String module : MODULES) {
      Path at = ROOT.resolve(module);
      Path jar = jar(at.resolve("target"));
      String name = jar.getFileName().toString();
      String artifact = name.substring(0, name.length() - ("-" + VERSION + ".jar").length());
      lay(artifact, at.resolve("pom.xml"), "pom");
      lay(artifact, jar, "jar");
    }
  }

  /** Runs a command in the shell, in a folder; it is to succeed. */
  Ran run(Path where, String command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "command", ".out");
    long start = System.nanoTime();
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command)
            .directory(where.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    prepare(builder.environment());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(command).isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    String said = Files.readString(output);
    assertThat(process.exitValue()).as(command + "\n" + said).isZero();
    System.out.println("guide: " + took.toMillis() + " ms: " + command);
    return new Ran(said, took);
  }

  private void prepare(Map<String, String> environment) {
    String before = environment.getOrDefault("PATH", "");
    String maven = Path.of(System.getProperty("maven.home")).resolve("bin").toString();
    String muscat = MuscatProcess.distribution().resolve("bin").toString();
    environment.put("PATH", String.join(File.pathSeparator, maven, muscat, before));
    environment.put(
        "MAVEN_ARGS",
        "-o -B -ntp -Dmaven.repo.local="
            + repository
            + " -Dmaven.repo.local.tail="
            + System.getProperty("muscat.repository"));
    // What this build was started with is none of the author's business.
    environment.put("MAVEN_OPTS", QUICK_START);
    environment.put("MAVEN_SKIP_RC", "true");
  }

  private static Path jar(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-" + VERSION + ".jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("nothing was built in " + target));
    }
  }

  private void lay(String artifact, Path file, String suffix) throws IOException {
    Path at = repository.resolve("org/muscat").resolve(artifact).resolve(VERSION);
    Files.createDirectories(at);
    Files.copy(file, at.resolve(artifact + "-" + VERSION + "." + suffix));
  }
}
