package org.muscat.chronicle;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.muscat.spi.FeedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muscat chronicle}. */
@Command(
    name = "muscat chronicle",
    mixinStandardHelpOptions = true,
    description =
        "Keeps a chronicle: dated, sourced events of a theatre in YAML files, one a year.",
    subcommands = {AddCommand.class, LintCommand.class, ShowCommand.class},
    footer = "%nExit codes: 0 done, 1 something is wrong with the chronicle, 2 usage.")
final class ChronicleCommand implements Runnable {

  static final int OK = 0;
  static final int PROBLEMS = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Clock clock;

  private ChronicleCommand(Clock clock) {
    this.clock = clock;
  }

  /** The command with the clock of the machine. */
  static ChronicleCommand inUtc() {
    return new ChronicleCommand(Clock.systemUTC());
  }

  /** The day that runs, UTC. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /**
   * Runs a command.
   *
   * @return the exit code
   */
  static int run(String... arguments) {
    return execute(new CommandLine(inUtc()), arguments);
  }

  /** The same with another clock, and other writers than those of the process. */
  static int run(Clock clock, PrintWriter out, PrintWriter err, String... arguments) {
    return execute(new CommandLine(new ChronicleCommand(clock)).setOut(out).setErr(err), arguments);
  }

  private static int execute(CommandLine command, String... arguments) {
    return command.setExecutionExceptionHandler(ChronicleCommand::report).execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command: add, lint or show");
  }

  /** A user's mistake gets one message and no stack trace. */
  private static int report(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    if (failure instanceof FeedException || failure instanceof IOException) {
      command.getErr().println("muscat: " + failure.getMessage());
      return PROBLEMS;
    }
    throw failure;
  }
}
