package org.muscat.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muscat jobs}. */
@Command(
    name = "jobs",
    mixinStandardHelpOptions = true,
    description =
        "Shows the jobs of the Muscat that runs on this machine, and tells them what to do.",
    footer =
        "%nExit codes: 0 done, 1 not there or not allowed, 2 usage or no such job, 78"
            + " configuration.",
    subcommands = {
      JobsListCommand.class,
      JobsHistoryCommand.class,
      JobOrderCommand.Run.class,
      JobOrderCommand.Pause.class,
      JobOrderCommand.Resume.class
    })
final class JobsCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "name what to do: list, history, run, pause or resume");
  }
}
