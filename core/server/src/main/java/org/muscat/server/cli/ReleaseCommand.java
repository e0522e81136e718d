package org.muscat.server.cli;

import java.util.concurrent.Callable;
import org.muscat.server.quarantine.Quarantine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muscat plugins release}. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = "Lets a plugin be called again that an operator quarantined.")
final class ReleaseCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "ID", description = "The id of the plugin.")
  private String plugin = "";

  @Override
  public Integer call() {
    Quarantine quarantine = new Quarantine(common.data());
    if (!quarantine.reasons().containsKey(plugin)) {
      spec.commandLine()
          .getErr()
          .printf(
              "muscat: %s is not in quarantine in %s; there are %s%n",
              plugin, common.data(), quarantine.reasons().keySet());
      return ExitCode.USAGE;
    }
    quarantine.remove(plugin);
    spec.commandLine().getOut().printf("%s is released in %s%n", plugin, common.data());
    return ExitCode.OK;
  }
}
