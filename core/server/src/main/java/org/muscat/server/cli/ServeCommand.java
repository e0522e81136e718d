package org.muscat.server.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.muscat.server.demo.ReplayClock;
import org.muscat.server.http.ListenAddress;
import org.muscat.server.runtime.Server;
import org.muscat.server.runtime.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muscat serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves the index: page, API and metrics.")
final class ServeCommand implements Callable<Integer> {

  private static final LocalDate DEMO_FIRST = LocalDate.of(2019, 1, 1);
  private static final LocalDate DEMO_LAST = LocalDate.of(2025, 6, 30);
  private static final Duration DEMO_DAY = Duration.ofMillis(250);

  private static final int LAST_PORT = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--demo",
      description = "Replays recorded figures and the bundled chronicle at accelerated time.")
  private boolean demo;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port to listen on, 0 for any (default: that of the configuration).")
  private @Nullable Integer port;

  @Override
  public Integer call() throws InterruptedException {
    if (demo && common.hasConfig()) {
      throw new ParameterException(
          spec.commandLine(), "--demo brings its own configuration; leave --config out");
    }
    if (port != null && (port < 0 || port > LAST_PORT)) {
      throw new ParameterException(
          spec.commandLine(), "--port " + port + " is not a number from 0 to " + LAST_PORT);
    }
    Session session = demo ? common.openDemo() : common.open();
    Clock clock =
        demo ? new ReplayClock(session.clock(), DEMO_FIRST, DEMO_LAST, DEMO_DAY) : session.clock();
    ListenAddress address =
        new ListenAddress(session.config().host(), port == null ? session.config().port() : port);
    Server server = Server.start(session, address, clock);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  stopped.countDown();
                },
                "stop"));
    spec.commandLine().getOut().println("listening on " + server.url());
    if (demo) {
      spec.commandLine().getOut().println("DEMO: recorded data at accelerated time");
    }
    spec.commandLine().getOut().flush();
    if (!demo) {
      session.feedBoard().listen(new FeedPrinter(spec.commandLine().getOut()));
    }
    server.listen(new IndexPrinter(spec.commandLine().getOut()));
    stopped.await();
    return ExitCode.OK;
  }
}
