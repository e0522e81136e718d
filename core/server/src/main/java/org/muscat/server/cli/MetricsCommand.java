package org.muscat.server.cli;

import org.muscat.server.reference.MetricsPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muscat metrics}. */
@Command(
    name = "metrics",
    mixinStandardHelpOptions = true,
    description = "Tells which metrics there are.",
    subcommands = MetricsCommand.DocsCommand.class)
final class MetricsCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command: docs");
  }

  /** {@code muscat metrics docs}. */
  @Command(
      name = "docs",
      mixinStandardHelpOptions = true,
      description = "Prints the reference of all metrics, docs/reference/metrics.md.")
  static final class DocsCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      spec.commandLine().getOut().print(MetricsPage.text());
      spec.commandLine().getOut().flush();
    }
  }
}
