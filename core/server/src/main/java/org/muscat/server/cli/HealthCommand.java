package org.muscat.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muscat.host.config.Problems;
import org.muscat.server.config.ConfigException;
import org.muscat.server.config.ServerConfig;
import org.muscat.server.runtime.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muscat health}: for what can run a command and not ask a web server. */
@Command(
    name = "health",
    mixinStandardHelpOptions = true,
    description =
        "Asks the Muscat that runs on this machine whether it is ready, as /-/ready says.",
    footer = "%nExit codes: 0 ready, 1 not ready or not there, 2 usage, 78 configuration.")
final class HealthCommand implements Callable<Integer> {

  private static final int PATIENCE = (int) Duration.ofSeconds(5).toMillis();
  private static final int READY = 200;
  private static final int LAST_PORT = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port that it listens on (default: that of the configuration).")
  private @Nullable Integer port;

  @Override
  public Integer call() {
    Problems problems = new Problems();
    ServerConfig config =
        ServerConfig.read(common.configFile(), Installation.running().home(), problems);
    ConfigException.throwIfAny(problems);
    URI ready = ready(config.host(), port == null ? config.port() : port);
    try {
      return ask(ready);
    } catch (IOException e) {
      spec.commandLine().getErr().println("muscat: nobody answers at " + ready + ": " + e);
      return ExitCode.INTERNAL;
    }
  }

  /** The old client of the JDK, for it starts quickest, and this is asked twice a minute. */
  private int ask(URI ready) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
    connection.setConnectTimeout(PATIENCE);
    connection.setReadTimeout(PATIENCE);
    try {
      int status = connection.getResponseCode();
      InputStream body =
          status == READY ? connection.getInputStream() : connection.getErrorStream();
      String said = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
      if (status == READY) {
        spec.commandLine().getOut().print(said);
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
      }
      spec.commandLine().getErr().println("muscat: " + ready + " answers " + status + ": " + said);
      return ExitCode.INTERNAL;
    } finally {
      connection.disconnect();
    }
  }

  private URI ready(String host, int at) {
    if (at < 1 || at > LAST_PORT) {
      throw new ParameterException(
          spec.commandLine(),
          "port " + at + " is that of no server; name by --port the one that it printed");
    }
    try {
      return new URI("http", null, reachable(host), at, "/-/ready", null, null);
    } catch (URISyntaxException e) {
      throw new ParameterException(spec.commandLine(), "'" + host + "' is no host", e);
    }
  }

  /** Who listens on all addresses is asked on the loopback. */
  private static String reachable(String host) {
    return switch (host) {
      case "0.0.0.0" -> "127.0.0.1";
      case "::", "[::]" -> "::1";
      default -> host;
    };
  }
}
