package org.muscat.server.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.muscat.server.config.Build;
import org.muscat.server.config.ConfigException;
import org.muscat.server.index.NoScoreException;
import org.muscat.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "muscat",
    mixinStandardHelpOptions = true,
    versionProvider = MuscatCommand.Version.class,
    description = "A stability index that says how sure it is, and refuses rather than pretends.",
    footer = "%nmuscat chronicle add|lint|show keeps a chronicle; see muscat chronicle --help.",
    subcommands = {
      ServeCommand.class,
      HealthCommand.class,
      ReloadCommand.class,
      DevCommand.class,
      ScoreCommand.class,
      ExplainCommand.class,
      ReportCommand.class,
      BackfillCommand.class,
      JobsCommand.class,
      ScalesCommand.class,
      ImportCommand.class,
      ComposeCommand.class,
      PluginsCommand.class,
      ConfigCommand.class,
      MetricsCommand.class,
      StoreCommand.class
    })
public final class MuscatCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private MuscatCommand() {}

  /**
   * Runs a command.
   *
   * @return the exit code
   */
  public static int run(String... arguments) {
    return execute(new CommandLine(new MuscatCommand()), arguments);
  }

  /** The same with other writers than those of the process. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return execute(new CommandLine(new MuscatCommand()).setOut(out).setErr(err), arguments);
  }

  private static int execute(CommandLine command, String... arguments) {
    return command
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(MuscatCommand::report)
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "name a command: serve, health, reload, dev, score, explain, report, backfill, jobs,"
            + " scales, import, compose, plugins, config or store");
  }

  /** A user's mistake gets one message and no stack trace. */
  private static int report(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    if (failure instanceof ConfigException) {
      command.getErr().println("muscat: " + failure.getMessage());
      return ExitCode.CONFIGURATION;
    }
    if (failure instanceof NoScoreException) {
      command.getErr().println("muscat: " + failure.getMessage());
      return ExitCode.REFUSED;
    }
    if (failure instanceof StoreException
        || failure instanceof IllegalArgumentException
        || failure instanceof IllegalStateException
        || failure instanceof UncheckedIOException) {
      command.getErr().println("muscat: " + failure.getMessage());
      return failure instanceof IllegalArgumentException ? ExitCode.USAGE : ExitCode.INTERNAL;
    }
    Optional<SQLException> sql = ofDatabase(failure);
    if (sql.isPresent()) {
      command
          .getErr()
          .println(
              "muscat: the store fails: "
                  + sql.get().getMessage()
                  + "; look at its disk, its rights and whether its server answers");
      return ExitCode.INTERNAL;
    }
    throw failure;
  }

  /** What the database said, however it was wrapped by the libraries on its way. */
  private static Optional<SQLException> ofDatabase(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .findFirst();
  }

  /** The version of this program. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"muscat " + Build.VERSION};
    }
  }
}
