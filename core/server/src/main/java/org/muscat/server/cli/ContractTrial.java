package org.muscat.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muscat.host.load.Candidate;
import org.muscat.host.verify.Contract;
import org.muscat.host.verify.Finding;
import org.muscat.server.document.Json;

/**
 * What became of the contract when it was tried on a plugin.
 *
 * @param checks how many rules were tried
 * @param broken those that are not kept
 */
record ContractTrial(int checks, List<Finding> broken) {

  /** The option with which this program tries the contract and does nothing else. */
  static final String ONLY = "--contract-only";

  /** By its name, since it depends on this package. */
  private static final String MAIN = "org.muscat.server.Main";

  private static final int HEAP_MEGABYTES = 256;

  /** Of a JVM that had no memory left. */
  private static final int OUT_OF_MEMORY = 3;

  /** Nothing was tried. */
  static final ContractTrial NONE = new ContractTrial(0, List.of());

  ContractTrial {
    broken = List.copyOf(broken);
  }

  /** Tries the contract in this process, which a plugin that does not keep it may end. */
  static ContractTrial here(Candidate candidate) {
    List<Finding> broken = new ArrayList<>();
    try (Contract contract = Contract.of(candidate)) {
      contract.checks().forEach(check -> broken.addAll(check.run()));
      return new ContractTrial(contract.checks().size(), broken);
    }
  }

  /** Writes this down for the process that asked. */
  void write(Path report) {
    try {
      Files.writeString(report, Json.compact(this));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + report, e);
    }
  }

  /**
   * Tries the contract in a process of its own, and waits for it. What the plugin prints is let go,
   * its errors are shown.
   *
   * @param plugin the jar or folder
   */
  static ContractTrial inProcess(Path plugin) {
    try {
      Path report = Files.createTempFile("contract", ".json");
      try {
        int code = run(plugin, report);
        return (code == ExitCode.OK ? read(report) : Optional.<ContractTrial>empty())
            .orElseGet(() -> ended(plugin, code));
      } finally {
        Files.deleteIfExists(report);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the contract cannot be tried in a process", e);
    }
  }

  private static int run(Path plugin, Path report) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                MAIN,
                "plugins",
                "verify",
                ONLY,
                report.toString(),
                plugin.toString())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.INHERIT)
            .start();
    try {
      process.getOutputStream().close();
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the contract was tried", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Empty if the process did not come to the end. */
  private static Optional<ContractTrial> read(Path report) throws IOException {
    String text = Files.readString(report);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonMapper.builder().build().readValue(text, ContractTrial.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static ContractTrial ended(Path plugin, int code) {
    String how =
        "the plugin ended its JVM with exit code " + code + " while the contract was tried";
    return code == OUT_OF_MEMORY
        ? broken(
            plugin,
            how + ", as one does that has used up its memory of " + HEAP_MEGABYTES + " MB.",
            "Keep less in memory, and let nothing call System.exit or Runtime.halt.")
        : broken(
            plugin, how + ".", "Let nothing call System.exit or Runtime.halt, and throw instead.");
  }

  private static ContractTrial broken(Path plugin, String what, String fix) {
    return new ContractTrial(
        1, List.of(new Finding("goes-on", "plugin " + plugin.getFileName(), what, fix)));
  }
}
