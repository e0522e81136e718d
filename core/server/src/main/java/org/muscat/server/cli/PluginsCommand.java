package org.muscat.server.cli;

import java.util.concurrent.Callable;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Verdict;
import org.muscat.server.runtime.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muscat plugins}. */
@Command(
    name = "plugins",
    mixinStandardHelpOptions = true,
    description = "What plugins there are, and what became of them.",
    subcommands = {PluginsCommand.ListCommand.class, QuarantineCommand.class, ReleaseCommand.class})
final class PluginsCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command: list, quarantine or release");
  }

  /** {@code muscat plugins list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Loads the plugins and lists the verdict on each; exit code 1 if one is bad.")
  static final class ListCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
      try (LoadedPlugins plugins = Session.load(common.plugins())) {
        for (Verdict verdict : plugins.verdicts()) {
          spec.commandLine()
              .getOut()
              .printf(
                  "%-14s %-16s %-9s %-5s %s %s%n",
                  verdict.plugin().isEmpty() ? "-" : verdict.plugin(),
                  verdict.version().isEmpty() ? "-" : verdict.version(),
                  verdict.status(),
                  verdict.code(),
                  verdict.cause(),
                  verdict.fix());
        }
        boolean allActive = plugins.verdicts().stream().allMatch(v -> v.code().isEmpty());
        return allActive ? ExitCode.OK : ExitCode.INTERNAL;
      }
    }
  }
}
