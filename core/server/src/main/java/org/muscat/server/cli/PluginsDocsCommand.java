package org.muscat.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.inspect.PluginContents;
import org.muscat.server.document.ContentsDocument;
import org.muscat.server.document.Json;
import org.muscat.server.document.PluginPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muscat plugins docs}. */
@Command(
    name = "docs",
    mixinStandardHelpOptions = true,
    description = "Writes a reference page in Markdown of every plugin that can be loaded.")
final class PluginsDocsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where to write ID.md of each, made if it is absent (default: all are printed).")
  private @Nullable Path folder;

  @Option(names = "--json", description = "Prints what the pages are made from, as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (LoadedPlugins loaded = common.load()) {
      List<PluginContents> contents = PluginContents.of(loaded);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.pretty(contents.stream().map(ContentsDocument::of).toList()));
      } else if (folder == null) {
        contents.forEach(plugin -> out.print(PluginPage.of(plugin)));
      } else {
        write(contents, folder, out);
      }
      out.flush();
      return ExitCode.OK;
    }
  }

  private static void write(List<PluginContents> contents, Path folder, PrintWriter out) {
    for (PluginContents plugin : contents) {
      Path page = folder.resolve(plugin.plugin().id() + ".md");
      try {
        Files.createDirectories(folder);
        Files.writeString(page, PluginPage.of(plugin));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + page, e);
      }
      out.println(page);
    }
  }
}
