package org.muscat.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final int ROUNDS = 3;
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);
  private static final Pattern AS_OF = Pattern.compile("\"asOf\":\"([^\"]+)\"");

  private final Server server;
  private final String index;
  private final Map<Instant, Long> published = new ConcurrentHashMap<>();

  private LoadBench(Server server) {
    this.server = server;
    this.index = server.url() + "/api/v1/theatres/t0/index";
    server.listen(snapshot -> published.putIfAbsent(snapshot.asOf(), System.currentTimeMillis()));
  }

  /** Prints tables. */
  public static void main(String[] arguments) throws Exception {
    try (StoredTheatres theatres = new StoredTheatres(THEATRES, 40, 31)) {
      Duration back =
          Duration.between(Instant.now(), StoredTheatres.LAST_DAY.plus(Duration.ofHours(1)));
      try (Server server =
          Server.start(
              theatres.session(HEARTBEAT),
              new ListenAddress("127.0.0.1", 0),
              Clock.offset(Clock.systemUTC(), back))) {
        new LoadBench(server).run();
      }
    }
  }

  private void run() throws Exception {
    asked("index", index, "Accept: application/json");
    asked("metrics", server.url() + "/metrics", "Accept-Encoding: gzip");
    listened();
    remembered();
  }

  private void asked(String what, String url, String header) throws Exception {
    wrk(url, header, 5).waitFor();
    LagQuotient lags = new LagQuotient();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      double[] quiet = probed();
      Process wrk = wrk(url, header, SPAN_SECONDS);
      double[] loaded = probed();
      told.addAll(lines(wrk, "99%", "Requests/sec", "Non-2xx", "Socket errors"));
      lags.add(quiet, loaded);
    }
    System.out.println(what + ": " + String.join("; ", told));
    System.out.println(LagQuotient.HEAD.replace("healthy", "  quiet").replace("faulty", "loaded"));
    System.out.println(lags.line(what, "probes"));
  }

  private void listened() throws Exception {
    double[] quiet = probed();
    Process listeners = listeners();
    TimeUnit.SECONDS.sleep(SPAN_SECONDS);
    LagQuotient lags = new LagQuotient();
    lags.add(quiet, probed());
    listeners.getOutputStream().close();
    List<String> lines = lines(listeners, "");
    System.out.println("stream: " + lines.get(0));
    List<Double> halves = new ArrayList<>();
    List<Double> lasts = new ArrayList<>();
    long events = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      events += Long.parseLong(fields[1]);
      Matcher asOf = AS_OF.matcher(fields[0]);
      Long at = asOf.find() ? published.get(Instant.parse(asOf.group(1))) : null;
      if (at != null) {
        halves.add((double) Long.parseLong(fields[2]) - at);
        lasts.add((double) Long.parseLong(fields[3]) - at);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d events arrived, %d different; after the tick was published half had it within %.0f ms,"
            + " all within %.0f ms (medians; worst %.0f ms)%n",
        events,
        lines.size() - 1,
        median(halves),
        median(lasts),
        lasts.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN));
    System.out.println(lags.line("stream", "probes"));
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

  private static double[] probed() throws InterruptedException {
    LagProbe probe = new LagProbe(SPAN_SECONDS);
    TimeUnit.SECONDS.sleep(SPAN_SECONDS);
    return probe.end();
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
            "-Xmx512m",
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

  private static double median(List<Double> values) {
    return values.isEmpty() ? Double.NaN : values.stream().sorted().toList().get(values.size() / 2);
  }
}
