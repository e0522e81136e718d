package org.muscat.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muscat.host.GuardSettings;
import org.muscat.host.HostSettings;
import org.muscat.host.Isolation;
import org.muscat.host.inspect.Inspection;
import org.muscat.host.load.Candidate;
import org.muscat.server.document.Json;
import org.muscat.server.document.VerificationDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muscat plugins verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Says whether a plugin is sound: checks its jars, scans its code, makes it in a process of its"
            + " own, and tries of the contract what needs no data.",
    footer = {
      "%nExit codes: 0 sound, 1 rejected or breaks the contract, 2 there is no plugin. Findings in the code are for you to"
          + " judge and change no exit code. The plugin's code runs: verify only what you would"
          + " install."
    })
final class PluginsVerifyCommand implements Callable<Integer> {

  /** What ends its JVM when it is made ends only a child, and is told. */
  private static final HostSettings IN_PROCESS =
      new HostSettings(
          GuardSettings.defaults(), Map.of(), Isolation.process(Isolation.DEFAULT_HEAP_MEGABYTES));

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PATH", description = "A jar, a folder of jars, or a folder of classes.")
  private Path path = Path.of("");

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  /** This program calls itself so, in a process that the plugin may end. */
  @Option(names = ContractTrial.ONLY, paramLabel = "FILE", hidden = true)
  private @Nullable Path report;

  @Override
  public Integer call() {
    Candidate candidate = candidate();
    if (report != null) {
      ContractTrial.here(candidate).write(report);
      return ExitCode.OK;
    }
    Inspection inspection = Inspection.of(candidate, IN_PROCESS);
    ContractTrial trial = inspection.sound() ? ContractTrial.inProcess(path) : ContractTrial.NONE;
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(VerificationDocument.of(inspection, trial.checks(), trial.broken())));
    } else {
      out.print(InspectionText.of(inspection));
      trial.broken().forEach(one -> out.println("  broken     " + one));
      out.println(inspection.sound() ? outcome(trial) : "rejected");
    }
    out.flush();
    return inspection.sound() && trial.broken().isEmpty() ? ExitCode.OK : ExitCode.INTERNAL;
  }

  private static String outcome(ContractTrial trial) {
    return trial.broken().isEmpty()
        ? "sound; keeps the contract in all " + trial.checks() + " checks"
        : "breaks the contract in " + trial.broken().size() + " of " + trial.checks() + " checks";
  }

  private Candidate candidate() {
    if (Files.notExists(path)) {
      throw new IllegalArgumentException("there is nothing at " + path.toAbsolutePath());
    }
    try {
      return Candidate.of(path);
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
