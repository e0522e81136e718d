package org.muscat.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.muscat.host.HostSettings;
import org.muscat.host.inspect.Inspection;
import org.muscat.host.load.Candidate;
import org.muscat.server.document.InspectionDocument;
import org.muscat.server.document.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muscat plugins verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Says whether a plugin is sound: checks its jars, scans its code, loads it.",
    footer = {
      "%nExit codes: 0 sound, 1 rejected, 2 there is no plugin. Findings in the code are for you to"
          + " judge and change no exit code. The plugin's code runs: verify only what you would"
          + " install."
    })
final class PluginsVerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PATH", description = "A jar, a folder of jars, or a folder of classes.")
  private Path path = Path.of("");

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Inspection inspection = Inspection.of(candidate(), HostSettings.defaults());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(InspectionDocument.of(inspection)));
    } else {
      out.print(InspectionText.of(inspection));
      out.println(inspection.sound() ? "sound" : "rejected");
    }
    out.flush();
    return inspection.sound() ? ExitCode.OK : ExitCode.INTERNAL;
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
