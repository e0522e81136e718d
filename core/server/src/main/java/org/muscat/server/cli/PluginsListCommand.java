package org.muscat.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Verdict;
import org.muscat.server.document.Json;
import org.muscat.server.document.PluginDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muscat plugins list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Loads the plugins and lists the verdict on each; exit code 1 if one is bad.")
final class PluginsListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--json", description = "As /api/v1/plugins writes them.")
  private boolean json;

  @Override
  public Integer call() {
    try (LoadedPlugins plugins = common.loadAllowed()) {
      List<Verdict> verdicts = plugins.verdicts();
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.pretty(verdicts.stream().map(PluginDocument::of).toList()));
      } else {
        verdicts.forEach(verdict -> line(verdict, out));
      }
      out.flush();
      boolean allActive = verdicts.stream().allMatch(verdict -> verdict.code().isEmpty());
      return allActive ? ExitCode.OK : ExitCode.INTERNAL;
    }
  }

  private static void line(Verdict verdict, PrintWriter out) {
    out.printf(
        "%-14s %-16s %-9s %-5s %s %s%n",
        verdict.plugin().isEmpty() ? "-" : verdict.plugin(),
        verdict.version().isEmpty() ? "-" : verdict.version(),
        verdict.status(),
        verdict.code(),
        verdict.cause(),
        verdict.fix());
  }
}
