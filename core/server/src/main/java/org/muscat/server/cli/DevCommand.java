package org.muscat.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.muscat.server.dev.DevHost;
import org.muscat.server.dev.DevSettings;
import org.muscat.server.dev.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muscat dev}. */
@Command(
    name = "dev",
    mixinStandardHelpOptions = true,
    description =
        "Serves one plugin that is being worked on: compiles and loads it again when it changes, and"
            + " shows on the page what is wrong, with the line.")
final class DevCommand implements Callable<Integer> {

  private static final int LAST_PORT = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--plugin",
      paramLabel = "DIR",
      defaultValue = ".",
      description =
          "A Maven project, a folder of jars or classes, or a jar (default: this folder).")
  private Path plugin = Path.of(".");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The port to listen on, 0 for any (default: ${DEFAULT-VALUE}).")
  private int port = 8080;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the store and what is generated lie (default: DIR/target/muscat-dev).")
  private @Nullable Path data;

  @Option(
      names = "--no-compile",
      description = "Wait for classes to change; do not compile sources.")
  private boolean noCompile;

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port " + port + " is not a number from 0 to " + LAST_PORT);
    }
    Path folder = (data == null ? workplace().defaultData() : data).toAbsolutePath().normalize();
    PrintWriter out = spec.commandLine().getOut();
    DevHost host =
        DevHost.start(
            new DevSettings(workplace(), folder, port, !noCompile),
            line -> {
              out.println("muscat: " + line);
              out.flush();
            });
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  host.close();
                  stopped.countDown();
                },
                "stop"));
    out.println("listening on " + host.url());
    out.println("DEV: only the plugin of " + workplace().location() + "; Ctrl-C ends it");
    out.flush();
    stopped.await();
    return ExitCode.OK;
  }

  private Workplace workplace() {
    try {
      return Workplace.at(plugin);
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), "--plugin " + plugin + ": there is nothing");
    }
  }
}
