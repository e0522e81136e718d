package org.muscat.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muscat.host.LoadedPlugins;
import org.muscat.server.reference.Schemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muscat config schema}. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description =
        "Writes JSON Schemas for editors: of muscat.yaml, of model files, and of the options of"
            + " each feed and indicator. Without --out that of muscat.yaml is printed.")
final class ConfigSchemaCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder for all of them, made if it is absent.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    PrintWriter writer = spec.commandLine().getOut();
    try (LoadedPlugins plugins = common.load()) {
      Map<String, String> schemas = Schemas.of(plugins);
      if (out == null) {
        writer.print(schemas.get("muscat.schema.json"));
      } else {
        write(schemas, out);
        writer.println(schemas.size() + " schemas in " + out);
      }
      writer.flush();
      return ExitCode.OK;
    }
  }

  private static void write(Map<String, String> schemas, Path folder) {
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> schema : schemas.entrySet()) {
        Files.writeString(folder.resolve(schema.getKey()), schema.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the schemas into " + folder, e);
    }
  }
}
