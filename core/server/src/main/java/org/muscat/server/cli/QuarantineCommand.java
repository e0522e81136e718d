package org.muscat.server.cli;

import java.util.concurrent.Callable;
import org.muscat.server.quarantine.Quarantine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muscat plugins quarantine}. */
@Command(
    name = "quarantine",
    mixinStandardHelpOptions = true,
    description =
        "Lets nothing of a plugin be called, by a Muscat that runs on the data folder within a"
            + " second and by every later one.")
final class QuarantineCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "ID", description = "The id of the plugin.")
  private String plugin = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, one line.")
  private String reason = "";

  @Override
  public Integer call() {
    KnownPlugins.requireId(plugin, spec);
    String text = reason.strip();
    if (!Quarantine.isReason(text)) {
      throw new ParameterException(
          spec.commandLine(),
          "--reason: say why, in one line of at most "
              + Quarantine.LONGEST_REASON
              + " characters, such as \"wrong figures since Monday\"");
    }
    new Quarantine(common.data()).add(plugin, text);
    spec.commandLine()
        .getOut()
        .printf("%s is in quarantine in %s: %s%n", plugin, common.data(), text);
    String undo = "muscat: if it is a mistake, undo it: muscat plugins release " + plugin + "%n";
    KnownPlugins.warnIfUnknown(plugin, String.format(undo), common, spec);
    return ExitCode.OK;
  }
}
