package org.muscat.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muscat plugins}. */
@Command(
    name = "plugins",
    mixinStandardHelpOptions = true,
    description = "What plugins there are, and what became of them.",
    subcommands = {
      PluginsListCommand.class,
      PluginsInspectCommand.class,
      PluginsVerifyCommand.class,
      PluginsDocsCommand.class,
      QuarantineCommand.class,
      ReleaseCommand.class
    })
final class PluginsCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "name a command: list, inspect, verify, docs, quarantine or release");
  }
}
