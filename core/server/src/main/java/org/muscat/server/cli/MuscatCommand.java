package org.muscat.server.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.muscat.server.config.Build;
import org.muscat.server.config.ConfigException;
import org.muscat.server.index.NoScoreException;
import org.muscat.server.runtime.SessionAhead;
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
    footer =
        "%nmuscat chronicle add|lint|show keeps a chronicle; see muscat chronicle --help."
            + "%nmuscat archive-classes makes later starts faster.")
public final class MuscatCommand implements Runnable {

  /** In the order of the help. */
  private static final List<Map.Entry<String, Class<?>>> COMMANDS =
      List.of(
          Map.entry("serve", ServeCommand.class),
          Map.entry("health", HealthCommand.class),
          Map.entry("reload", ReloadCommand.class),
          Map.entry("dev", DevCommand.class),
          Map.entry("score", ScoreCommand.class),
          Map.entry("explain", ExplainCommand.class),
          Map.entry("report", ReportCommand.class),
          Map.entry("backfill", BackfillCommand.class),
          Map.entry("jobs", JobsCommand.class),
          Map.entry("scales", ScalesCommand.class),
          Map.entry("import", ImportCommand.class),
          Map.entry("compose", ComposeCommand.class),
          Map.entry("plugins", PluginsCommand.class),
          Map.entry("config", ConfigCommand.class),
          Map.entry("metrics", MetricsCommand.class),
          Map.entry("store", StoreCommand.class));

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Optional<SessionAhead> ahead;

  private MuscatCommand(Optional<SessionAhead> ahead) {
    this.ahead = ahead;
  }

  /**
   * Runs a command.
   *
   * @return the exit code
   */
  public static int run(String... arguments) {
    Optional<SessionAhead> ahead = Foresight.of(arguments);
    try {
      return execute(commandLine(ahead, arguments), arguments);
    } finally {
      ahead.ifPresent(SessionAhead::close);
    }
  }

  /** The same with other writers than those of the process. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return execute(commandLine(Optional.empty(), arguments).setOut(out).setErr(err), arguments);
  }

  /** What is being opened for the command, if it is what the command wants. */
  static Optional<SessionAhead> ahead(CommandSpec any) {
    return ((MuscatCommand) any.root().userObject()).ahead;
  }

  /**
   * Knows the command that is named, or else all of them: reading the options of those that are not
   * run would take longer than many a command.
   */
  private static CommandLine commandLine(Optional<SessionAhead> ahead, String... arguments) {
    CommandLine line = new CommandLine(new MuscatCommand(ahead));
    boolean isNamed =
        arguments.length > 0
            && COMMANDS.stream().anyMatch(command -> command.getKey().equals(arguments[0]));
    COMMANDS.stream()
        .filter(command -> !isNamed || command.getKey().equals(arguments[0]))
        .forEach(command -> line.addSubcommand(command.getKey(), command.getValue()));
    return line;
  }

  private static int execute(CommandLine command, String... arguments) {
    return command
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Report())
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "name a command: serve, health, reload, dev, score, explain, report, backfill, jobs,"
            + " scales, import, compose, plugins, config or store");
  }

  /** What the database said, however it was wrapped by the libraries on its way. */
  private static Optional<SQLException> ofDatabase(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .findFirst();
  }

  /**
   * A user's mistake gets one message and no stack trace. No lambda: picocli's interface is of a
   * Java of which the archive of classes takes none.
   */
  private static final class Report implements CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(
        Exception failure, CommandLine command, CommandLine.ParseResult arguments)
        throws Exception {
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
  }

  /** The version of this program. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"muscat " + Build.VERSION};
    }
  }
}
