package org.muscat.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.muscat.server.http.ListenAddress;
import org.muscat.server.runtime.Server;

/**
 * A real server under load on loopback: requests a second and their times by wrk, events of the
 * stream to many listeners, what is late meanwhile, and memory over minutes. Whoever asks is
 * another process at the lowest priority: elsewhere it would be on another machine.
 */
public final class LoadBench {

  private static final int THEATRES = Integer.getInteger("theatres", 20);
  private static final int LISTENERS = Integer.getInteger("listeners", 1000);
  private static final int MINUTES = Integer.getInteger("minutes", 10);
  private static final int SPAN_SECONDS = 15;
  private static final int CONNECT_SECONDS = 5;
  private static final int ROUNDS = Integer.getInteger("rounds", 5);

  /** Five rounds have 150 ticks of each kind. A beat is more than a second of the clock. */
  private static final Duration HEARTBEAT = Duration.ofMillis(Integer.getInteger("heartbeat", 480));

  private static final double CLOCK_SPEED = 1_250.0 / HEARTBEAT.toMillis();

  private static final List<String> WHAT =
      List.of(System.getProperty("what", "index,metrics,stream").split(","));

  private final Server server;
  private final String index;
  private final LagSpans spans;
  private final Map<Instant, Long> published = new ConcurrentHashMap<>();

  private LoadBench(Server server) {
    this.server = server;
    this.index = server.url() + "/api/v1/theatres/t0/index";
    this.spans = new LagSpans(server);
    server.listen(snapshot -> published.putIfAbsent(snapshot.asOf(), System.currentTimeMillis()));
  }

  /** Prints tables. */
  public static void main(String[] arguments) throws Exception {
    try (StoredTheatres theatres = new StoredTheatres(THEATRES, 40, 31)) {
      try (Server server =
          Server.start(
              theatres.session(HEARTBEAT),
              new ListenAddress("127.0.0.1", 0),
              new FastClock(StoredTheatres.LAST_DAY.plus(Duration.ofHours(1)), CLOCK_SPEED))) {
        new LoadBench(server).run();
      }
    }
  }

  private void run() throws Exception {
    if (WHAT.contains("index")) {
      asked("index", index, "Accept: application/json");
    }
    if (WHAT.contains("metrics")) {
      asked("metrics", server.url() + "/metrics", "Accept-Encoding: gzip");
    }
    if (WHAT.contains("stream")) {
      listened();
    }
    remembered();
  }

  private void asked(String what, String url, String header) throws Exception {
    wrk(url, header, CONNECT_SECONDS).waitFor();
    LagQuotient ticks = new LagQuotient();
    LagQuotient probes = new LagQuotient();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      LagSpans.Span quiet = spans.next(SPAN_SECONDS);
      Process wrk = wrk(url, header, SPAN_SECONDS);
      LagSpans.Span loaded = spans.next(SPAN_SECONDS);
      told.addAll(lines(wrk, "99%", "Requests/sec", "Non-2xx", "Socket errors"));
      ticks.add(quiet.ticks(), loaded.ticks());
      probes.add(quiet.probes(), loaded.probes());
    }
    System.out.println(what + ": " + String.join("; ", told));
    tell(what, ticks, probes);
  }

  private void listened() throws Exception {
    LagQuotient ticks = new LagQuotient();
    LagQuotient probes = new LagQuotient();
    Arrivals arrivals = new Arrivals();
    for (int i = 0; i < ROUNDS; i++) {
      LagSpans.Span quiet = spans.next(SPAN_SECONDS);
      Process listeners = listeners();
      TimeUnit.SECONDS.sleep(CONNECT_SECONDS);
      LagSpans.Span loaded = spans.next(SPAN_SECONDS);
      listeners.getOutputStream().close();
      arrivals.add(lines(listeners, ""), published);
      ticks.add(quiet.ticks(), loaded.ticks());
      probes.add(quiet.probes(), loaded.probes());
      TimeUnit.SECONDS.sleep(CONNECT_SECONDS);
    }
    System.out.println("stream: " + arrivals.told());
    tell("stream", ticks, probes);
  }

  private static void tell(String what, LagQuotient ticks, LagQuotient probes) {
    System.out.println("ticks: " + ticks.counts("quiet", "loaded"));
    System.out.println(LagQuotient.HEAD.replace("healthy", "  quiet").replace("faulty", "loaded"));
    System.out.println(ticks.line(what, "ticks"));
    System.out.println(probes.line(what, "probes"));
  }

  /** All at once for minutes. */
  private void remembered() throws Exception {
    Process listeners = listeners();
    int seconds = (int) TimeUnit.MINUTES.toSeconds(MINUTES) + 5;
    Process asks = wrk(index, "Accept: application/json", seconds);
    Process scrapes = wrk(server.url() + "/metrics", "Accept-Encoding: gzip", seconds);
    System.out.println("minute   heap     resident   threads   files");
    for (int minute = 0; minute <= MINUTES; minute++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          Locale.ROOT,
          "%6d %4.0f MB   %6.0f MB %9d %7d%n",
          minute,
          (runtime.totalMemory() - runtime.freeMemory()) / 1e6,
          resident(),
          ManagementFactory.getThreadMXBean().getThreadCount(),
          files());
      TimeUnit.SECONDS.sleep(minute < MINUTES ? 60 : 0);
    }
    listeners.getOutputStream().close();
    System.out.println("stream: " + lines(listeners, "").get(0));
    asks.destroy();
    scrapes.destroy();
  }

  private static Process wrk(String url, String header, int seconds) throws IOException {
    return new ProcessBuilder(
            "nice",
            "-n",
            "19",
            "wrk",
            "-t1",
            "-c16",
            "-d" + seconds + "s",
            "--latency",
            "-H",
            header,
            url)
        .redirectErrorStream(true)
        .start();
  }

  private Process listeners() throws IOException {
    return new ProcessBuilder(
            "nice",
            "-n",
            "19",
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Listeners.class.getName(),
            server.url() + "/api/v1/stream",
            String.valueOf(LISTENERS))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** What a process says until it ends: the lines that contain one of some words. */
  private static List<String> lines(Process process, String... words)
      throws IOException, InterruptedException {
    List<String> found = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (List.of(words).stream().anyMatch(line::contains)) {
          found.add(line.trim().replaceAll(" +", " "));
        }
      }
    }
    process.waitFor();
    return found;
  }

  private static double resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1e3)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static long files() throws IOException {
    try (var all = Files.list(Path.of("/proc/self/fd"))) {
      return all.count();
    }
  }
}
