package org.muscat.server.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muscat.server.access.LocalToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muscat reload}. */
@Command(
    name = "reload",
    mixinStandardHelpOptions = true,
    description =
        "Lets the Muscat that runs on this machine take its configuration as it is written now.",
    footer =
        "%nExit codes: 0 taken, 1 not there or not allowed, 2 usage, 78 the configuration, which"
            + " was not taken.")
final class ReloadCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final int TAKEN = 200;
  private static final int REFUSED = 422;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

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

  @Override
  public Integer call() {
    RunningMuscat muscat = RunningMuscat.of(common, port, spec);
    try {
      RunningMuscat.Reply reply =
          muscat.ask("POST", "/-/reload", Optional.of(authorization()), PATIENCE);
      if (reply.status() == TAKEN) {
        spec.commandLine().getOut().println(reply.body());
        return ExitCode.OK;
      }
      spec.commandLine().getErr().println("muscat: " + reply);
      return reply.status() == REFUSED ? ExitCode.CONFIGURATION : ExitCode.INTERNAL;
    } catch (IOException e) {
      spec.commandLine().getErr().println("muscat: " + e.getMessage());
      return ExitCode.INTERNAL;
    }
  }

  private String authorization() throws IOException {
    Path file = tokenFile == null ? common.data().resolve(LocalToken.FILE) : tokenFile;
    try {
      return LocalToken.read(file)
          .orElseThrow(() -> new IOException(file + " has no line 'Authorization: Bearer TOKEN'"));
    } catch (NoSuchFileException e) {
      throw new IOException(
          "there is no " + file + "; a running Muscat writes it into its data folder (--data)", e);
    }
  }
}
