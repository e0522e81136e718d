package org.muscat.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Verdict;
import org.muscat.host.inspect.Inspection;
import org.muscat.host.load.Candidate;
import org.muscat.server.document.InspectionDocument;
import org.muscat.server.document.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muscat plugins inspect}. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description =
        "Shows one plugin: its verdict, jars, feeds and indicators with their options, and"
            + " what its code does that a host cannot stop.",
    footer = "%nExit codes: 0 shown, 2 there is no such plugin.")
final class PluginsInspectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      paramLabel = "ID",
      description = "The id of the plugin; the name of its folder or jar if it has none.")
  private String plugin = "";

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (LoadedPlugins loaded = common.loadAllowed()) {
      List<Inspection> found = new ArrayList<>();
      for (String location : locations(loaded)) {
        found.add(Inspection.of(candidate(Path.of(location)), loaded));
      }
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.pretty(found.stream().map(InspectionDocument::of).toList()));
      } else {
        found.forEach(inspection -> out.print(InspectionText.of(inspection)));
      }
      out.flush();
      return ExitCode.OK;
    }
  }

  /** More than one if the id is offered twice. */
  private List<String> locations(LoadedPlugins loaded) {
    List<String> locations =
        loaded.verdicts().stream()
            .filter(verdict -> verdict.plugin().equals(plugin))
            .map(Verdict::location)
            .distinct()
            .toList();
    if (locations.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no plugin '"
              + plugin
              + "' in "
              + common.plugins()
              + "; there are "
              + loaded.verdicts().stream().map(Verdict::plugin).sorted().distinct().toList());
    }
    return locations;
  }

  private static Candidate candidate(Path location) {
    try {
      return Candidate.of(location);
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
