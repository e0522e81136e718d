package org.muscat.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of others that a gate asks, and the folders of deploy that it is asked about. */
final class Tool {

  private static final Path DEPLOY = Path.of("..").toAbsolutePath().normalize();
  private static final long PATIENCE_MINUTES = 5;

  private Tool() {}

  /**
   * What a program said.
   *
   * @param out its standard output
   * @param err its standard error
   */
  record Ended(int exitCode, String out, String err) {}

  /** A file or folder of deploy. */
  static Path deploy(String path) {
    return DEPLOY.resolve(path);
  }

  /** The folder that {@code deploy/tools} fills. */
  static Path folder(Path folder) throws IOException, InterruptedException {
    Ended tools = run(folder, deploy("tools").toString());
    if (tools.exitCode != 0) {
      throw new IllegalStateException("deploy/tools failed; it needs npm: " + tools.err);
    }
    return Path.of(tools.out.strip());
  }

  /** Runs a program in a folder to its end. */
  static Ended run(Path folder, String... command) throws IOException, InterruptedException {
    return run(folder, List.of(command));
  }

  static Ended run(Path folder, List<String> command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "tool", ".out");
    Path err = Files.createTempFile(folder, "tool", ".err");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("did not end: " + command);
    }
    return new Ended(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
