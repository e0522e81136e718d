package org.muscat.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muscat.host.config.Problem;
import org.muscat.server.document.Json;
import org.muscat.server.reference.ConfigurationPage;
import org.muscat.server.runtime.ConfigCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muscat config}. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Looks at a configuration.",
    subcommands = {
      ConfigCommand.CheckCommand.class,
      ConfigSchemaCommand.class,
      ConfigCommand.DocsCommand.class
    })
final class ConfigCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command: check, schema or docs");
  }

  /** {@code muscat config check}. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Reads a whole configuration, loads the plugins, and makes all indicators and feeds,"
              + " without the store and the network. Tells everything that is wrong at once.",
      footer = "%nExit codes: 0 nothing is wrong, 1 internal error, 2 usage, 78 configuration.")
  static final class CheckCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(
        arity = "0..1",
        paramLabel = "F",
        description = "The configuration (default: that of --config).")
    private @Nullable Path file;

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Override
    public Integer call() {
      if (file != null && common.hasConfig()) {
        throw new ParameterException(
            spec.commandLine(), "name the configuration once: " + file + ", or --config");
      }
      ConfigCheck check =
          ConfigCheck.of(
              file == null ? common.configFile() : file,
              common.plugins(),
              common.data(),
              System.getenv());
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.compact(check));
      } else {
        write(check, out);
      }
      out.flush();
      return check.isGood() ? ExitCode.OK : ExitCode.CONFIGURATION;
    }

    private static void write(ConfigCheck check, PrintWriter out) {
      check.problems().forEach(out::println);
      for (Problem warning : check.warnings()) {
        out.println("warning: " + warning);
      }
      if (!check.isGood()) {
        out.println(counted(check.problems(), "problem"));
        return;
      }
      out.println(
          "ok: "
              + counted(check.feeds(), "feed")
              + ", "
              + counted(check.models(), "model")
              + ", "
              + counted(check.theatres(), "theatre")
              + ", "
              + counted(check.warnings(), "warning"));
    }

    private static String counted(List<?> things, String word) {
      return things.size() + " " + word + (things.size() == 1 ? "" : "s");
    }
  }

  /** {@code muscat config docs}. */
  @Command(
      name = "docs",
      mixinStandardHelpOptions = true,
      description = "Prints the reference of muscat.yaml, docs/reference/configuration.md.")
  static final class DocsCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      spec.commandLine().getOut().print(ConfigurationPage.text());
      spec.commandLine().getOut().flush();
    }
  }
}
