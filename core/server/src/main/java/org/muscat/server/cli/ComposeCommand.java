package org.muscat.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.muscat.server.compose.Compose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muscat compose}. */
@Command(
    name = "compose",
    mixinStandardHelpOptions = true,
    description = "Scores any panel of units and indicators by stages of your choice.",
    footer = {
      "%nExample:",
      "  muscat compose --data panel.csv --meta meta.csv --spec spec.yaml --out scores"
    })
final class ComposeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "The panel: a row for each unit, CSV.")
  private Path data = Path.of("panel.csv");

  @Option(
      names = "--meta",
      required = true,
      paramLabel = "FILE",
      description = "What its columns are: level, direction, weight, parent, CSV.")
  private Path meta = Path.of("meta.csv");

  @Option(names = "--spec", required = true, paramLabel = "FILE", description = "The stages, YAML.")
  private Path stages = Path.of("spec.yaml");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where one file for each stage and the results are written.")
  private Path out = Path.of("scores");

  @Override
  public Integer call() {
    PrintWriter printer = spec.commandLine().getOut();
    Compose.run(data, meta, stages, out).forEach(printer::println);
    printer.flush();
    return ExitCode.OK;
  }
}
