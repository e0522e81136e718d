package org.muscat.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muscat store}. */
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    description = "Checks, backs up, exports, imports and prunes what was observed.",
    subcommands = {
      StoreCheckCommand.class,
      StoreBackupCommand.class,
      StoreExportCommand.class,
      StoreImportCommand.class,
      StorePruneCommand.class
    })
final class StoreCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "name a command: check, backup, export, import or prune");
  }
}
