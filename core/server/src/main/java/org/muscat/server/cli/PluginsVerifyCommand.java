package org.muscat.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.muscat.host.GuardSettings;
import org.muscat.host.HostSettings;
import org.muscat.host.Isolation;
import org.muscat.host.inspect.Inspection;
import org.muscat.host.load.Candidate;
import org.muscat.host.verify.Contract;
import org.muscat.host.verify.Finding;
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

  @Override
  public Integer call() {
    Candidate candidate = candidate();
    Inspection inspection = Inspection.of(candidate, IN_PROCESS);
    List<Finding> broken = new ArrayList<>();
    int checks = inspection.sound() ? tryContract(candidate, broken) : 0;
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(VerificationDocument.of(inspection, checks, broken)));
    } else {
      out.print(InspectionText.of(inspection));
      broken.forEach(one -> out.println("  broken     " + one));
      out.println(inspection.sound() ? outcome(checks, broken) : "rejected");
    }
    out.flush();
    return inspection.sound() && broken.isEmpty() ? ExitCode.OK : ExitCode.INTERNAL;
  }

  private static String outcome(int checks, List<Finding> broken) {
    return broken.isEmpty()
        ? "sound; keeps the contract in all " + checks + " checks"
        : "breaks the contract in " + broken.size() + " of " + checks + " checks";
  }

  private static int tryContract(Candidate candidate, List<Finding> broken) {
    try (Contract contract = Contract.of(candidate)) {
      contract.checks().forEach(check -> broken.addAll(check.run()));
      return contract.checks().size();
    }
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
