package org.muscat.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A run of one of Debian's programs to its end: promtool, amtool. */
record DebianTool(int exitCode, String output) {

  /**
   * Reads a text as strictly as Python's client library does, and tells how many samples it has.
   */
  private static final String PARSER =
      """
      import sys
      from prometheus_client.openmetrics import parser
      families = list(parser.text_fd_to_metric_families(sys.stdin))
      names = [family.name for family in families]
      assert len(names) == len(set(names)), names
      print(sum(len(family.samples) for family in families), "samples")
      """;

  /** What it says of files of a folder. */
  static DebianTool run(Path folder, String... command) throws IOException, InterruptedException {
    return run(new ProcessBuilder(command).directory(folder.toFile()));
  }

  /** What it says of a file that it reads from its standard input. */
  static DebianTool run(Path folder, Path in, String... command)
      throws IOException, InterruptedException {
    return run(new ProcessBuilder(command).directory(folder.toFile()).redirectInput(in.toFile()));
  }

  /** What {@code promtool check metrics} says of a page. */
  static DebianTool checkMetrics(Path folder, String metrics)
      throws IOException, InterruptedException {
    Path in = Files.writeString(folder.resolve("metrics.txt"), metrics);
    return run(
        new ProcessBuilder(List.of("promtool", "check", "metrics")).redirectInput(in.toFile()));
  }

  /** What a strict parser of OpenMetrics says of a file. */
  static DebianTool parseOpenMetrics(Path folder, Path file)
      throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("parse.py"), PARSER);
    return run(folder, file, "/usr/bin/python3", script.toString());
  }

  private static DebianTool run(ProcessBuilder builder) throws IOException, InterruptedException {
    // promtool, which holds little, would collect garbage for a fifth of its time.
    builder.environment().put("GOGC", "400");
    Process process = builder.redirectErrorStream(true).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new DebianTool(process.waitFor(), output);
    } finally {
      process.destroyForcibly();
    }
  }
}
