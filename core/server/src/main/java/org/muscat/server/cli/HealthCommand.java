package org.muscat.server.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muscat health}: for what can run a command and not ask a web server. */
@Command(
    name = "health",
    mixinStandardHelpOptions = true,
    description =
        "Asks the Muscat that runs on this machine whether it is ready, as /-/ready says.",
    footer = "%nExit codes: 0 ready, 1 not ready or not there, 2 usage, 78 configuration.")
final class HealthCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int READY = 200;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port that it listens on (default: that of the configuration).")
  private @Nullable Integer port;

  @Override
  public Integer call() {
    RunningMuscat muscat = RunningMuscat.of(common, port, spec);
    try {
      RunningMuscat.Reply reply = muscat.ask("GET", "/-/ready", Optional.empty(), PATIENCE);
      if (reply.status() == READY) {
        spec.commandLine().getOut().print(reply.body());
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
      }
      spec.commandLine().getErr().println("muscat: " + reply);
    } catch (IOException e) {
      spec.commandLine().getErr().println("muscat: " + e.getMessage());
    }
    return ExitCode.INTERNAL;
  }
}
