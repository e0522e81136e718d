package org.muscat.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.muscat.server.http.ListenAddress;
import org.muscat.server.runtime.Server;

/**
 * Whether scrapers move the ticks of a real server: spans with and without them take turns, so that
 * whatever else the machine does falls on both, and the quotient of the lags is told with an
 * interval. The scrapers are a process of their own at the lowest priority: elsewhere they would be
 * on other machines.
 */
public final class ScrapersBench {

  private static final int THEATRES = Integer.getInteger("theatres", 200);
  private static final int SCRAPERS = Integer.getInteger("scrapers", 20);
  private static final int SECONDS = Integer.getInteger("seconds", 1);
  private static final int ROUNDS = Integer.getInteger("rounds", 4);
  private static final int SPAN_SECONDS = 15;
  private static final Duration HEARTBEAT =
      Duration.ofMillis(Integer.getInteger("heartbeat", 1_000));

  private final OperatingSystemMXBean machine =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final Server server;
  private final LagSpans spans;
  private long plainCpu;
  private long scrapedCpu;

  private ScrapersBench(Server server) {
    this.server = server;
    this.spans = new LagSpans(server);
  }

  /** Prints a table. */
  public static void main(String[] arguments) throws Exception {
    try (StoredTheatres theatres = new StoredTheatres(THEATRES, 40, 31)) {
      Duration back =
          Duration.between(Instant.now(), StoredTheatres.LAST_DAY.plus(Duration.ofHours(1)));
      try (Server server =
          Server.start(
              theatres.session(HEARTBEAT),
              new ListenAddress("127.0.0.1", 0),
              Clock.offset(Clock.systemUTC(), back))) {
        new ScrapersBench(server).run();
      }
    }
  }

  private void run() throws Exception {
    Process scrapers = scrapers();
    try (PrintStream control =
        new PrintStream(scrapers.getOutputStream(), true, StandardCharsets.UTF_8)) {
      warmUp(control);
      LagQuotient quotient = new LagQuotient();
      LagQuotient probes = new LagQuotient();
      for (int round = 0; round < ROUNDS; round++) {
        long start = machine.getProcessCpuTime();
        LagSpans.Span plain = spans.next(SPAN_SECONDS);
        plainCpu += machine.getProcessCpuTime() - start;
        control.println("go");
        start = machine.getProcessCpuTime();
        LagSpans.Span scraped = spans.next(SPAN_SECONDS);
        scrapedCpu += machine.getProcessCpuTime() - start;
        control.println("pause");
        quotient.add(plain.ticks(), scraped.ticks());
        probes.add(plain.probes(), scraped.probes());
      }
      System.out.println(
          LagQuotient.HEAD
              .replace("healthy", "without")
              .replace("faulty", "   with")
              .replace("fault   ", "scrapers"));
      System.out.println(quotient.line(SCRAPERS + " every " + SECONDS + " s", "ticks"));
      System.out.println(probes.line("the same", "probes"));
    } finally {
      tell(scrapers);
    }
  }

  private void tell(Process scrapers) throws IOException, InterruptedException {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(scrapers.getInputStream(), StandardCharsets.UTF_8))) {
      System.out.println(out.readLine());
    }
    scrapers.waitFor();
    double seconds = (double) ROUNDS * SPAN_SECONDS;
    System.out.printf(
        Locale.ROOT,
        "processor of the server: %.0f ms a second without, %.0f ms with them%n",
        plainCpu / 1e6 / seconds,
        scrapedCpu / 1e6 / seconds);
  }

  private void warmUp(PrintStream control) throws Exception {
    control.println("go");
    spans.next(SPAN_SECONDS);
    control.println("pause");
    spans.next(SPAN_SECONDS);
  }

  private Process scrapers() throws IOException {
    return new ProcessBuilder(
            "nice",
            "-n",
            "19",
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Scrapers.class.getName(),
            server.url() + "/metrics",
            String.valueOf(SCRAPERS),
            String.valueOf(SECONDS))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
