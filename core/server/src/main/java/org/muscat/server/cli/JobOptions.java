package org.muscat.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.muscat.server.access.LocalToken;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of what asks a running Muscat about its jobs. */
final class JobOptions {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int GOOD = 200;
  private static final int NO_SUCH_JOB = 404;
  private static final String ID = "[a-z][a-z0-9-]*";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port that it listens on (default: that of the configuration).")
  private @Nullable Integer port;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file with the line 'Authorization: Bearer TOKEN' (default: local-token in the data"
              + " folder, which a running Muscat writes).")
  private @Nullable Path tokenFile;

  @Option(names = "--json", description = "Print what the API answers.")
  private boolean json;

  /** The path of something about a job; one that can be no id is refused later, as not known. */
  static String path(String job, String what) {
    return "/api/v1/jobs/" + (job.matches(ID) ? job : "-") + "/" + what;
  }

  /**
   * Asks.
   *
   * @param printer is given the body of a good answer, unless it is printed as it is
   * @return the exit code
   */
  int ask(CommonOptions common, String method, String path, Consumer<String> printer) {
    try {
      RunningMuscat.Reply reply =
          RunningMuscat.of(common, port, spec).ask(method, path, authorization(common), PATIENCE);
      if (reply.status() == NO_SUCH_JOB) {
        throw new ParameterException(
            spec.commandLine(), JobLines.detail(reply.body()).orElse(reply.toString()));
      }
      if (reply.status() != GOOD) {
        spec.commandLine().getErr().println("muscat: " + reply);
        return ExitCode.INTERNAL;
      }
      if (json) {
        spec.commandLine().getOut().println(reply.body());
      } else {
        printer.accept(reply.body());
      }
      spec.commandLine().getOut().flush();
      return ExitCode.OK;
    } catch (IOException e) {
      spec.commandLine().getErr().println("muscat: " + e.getMessage());
      return ExitCode.INTERNAL;
    }
  }

  /** Where no token is demanded, there may be none. */
  private Optional<String> authorization(CommonOptions common) throws IOException {
    Path file = tokenFile == null ? common.data().resolve(LocalToken.FILE) : tokenFile;
    return tokenFile == null && !Files.exists(file) ? Optional.empty() : LocalToken.read(file);
  }
}
