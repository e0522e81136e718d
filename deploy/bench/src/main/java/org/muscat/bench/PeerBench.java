package org.muscat.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.Snapshot;
import org.muscat.server.metrics.ExpositionFormat;
import org.muscat.server.metrics.IndexFamilies;

/**
 * A composite by Prometheus' recording rules beside Muscat's, from the same numbers at the same
 * cadence in the same minutes: weighted, z-scored over a window, a geometric mean. Three real
 * Prometheus run beside each other: one scrapes the raw numbers, one scrapes them and evaluates the
 * rules, one scrapes Muscat. Tells processor time by evaluation, of whole processes.
 */
public final class PeerBench {

  private static final int THEATRES = Integer.getInteger("theatres", 200);
  private static final int INDICATORS = Integer.getInteger("indicators", 30);
  private static final int SECONDS = Integer.getInteger("seconds", 15);
  private static final int TICKS = Integer.getInteger("ticks", 12);
  private static final int WARM = Integer.getInteger("warm", 6);
  private static final int WINDOW_MINUTES = 30;

  private final OperatingSystemMXBean machine =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final PeerValues values = new PeerValues(THEATRES, INDICATORS);
  private final StoredTheatres muscat = new StoredTheatres(THEATRES, INDICATORS, "window-z");
  private final IndexBoard board = new IndexBoard();
  private volatile byte[] raw = new byte[0];
  private volatile byte[] told = new byte[0];
  private long stored;
  private long assessed;
  private long rendered;

  private PeerBench() {}

  /** Prints one table; the argument is an empty folder to work in. */
  public static void main(String[] arguments) throws Exception {
    new PeerBench().run(Path.of(arguments[0]));
  }

  private void run(Path folder) throws Exception {
    long now = now();
    long from = now - TimeUnit.MINUTES.toSeconds(WINDOW_MINUTES) - SECONDS;
    history(folder, from, now);
    for (long at = from; at <= now; at += SECONDS) {
      long second = at;
      muscat.append(
          Instant.ofEpochSecond(at), (theatre, number) -> PeerValues.at(theatre, number, second));
    }
    tick();
    HttpServer server = server();
    String target = "127.0.0.1:" + server.getAddress().getPort();
    try (PeerPrometheus plain = start(folder, "plain", target, "/raw", "");
        PeerPrometheus ruled = start(folder, "ruled", target, "/raw", WINDOW_MINUTES + "m");
        PeerPrometheus scraper = start(folder, "scraper", target, "/muscat", "")) {
      measure(plain, ruled, scraper);
    } finally {
      server.stop(0);
      muscat.close();
    }
  }

  private void measure(PeerPrometheus plain, PeerPrometheus ruled, PeerPrometheus scraper)
      throws IOException, InterruptedException {
    ticks(WARM);
    stored = 0;
    assessed = 0;
    rendered = 0;
    double plainFrom = plain.cpuSeconds();
    double ruledFrom = ruled.cpuSeconds();
    double scraperFrom = scraper.cpuSeconds();
    ticks(TICKS);
    double plainCpu = (plain.cpuSeconds() - plainFrom) / TICKS;
    double ruledCpu = (ruled.cpuSeconds() - ruledFrom) / TICKS;
    double scraperCpu = (scraper.cpuSeconds() - scraperFrom) / TICKS;
    line("Prometheus: scrape of the %d raw series".formatted(values.series()), plainCpu);
    line("Prometheus: the same with rules", ruledCpu);
    line("Prometheus: the rules alone", ruledCpu - plainCpu);
    line("Muscat: storing what arrived", seconds(stored));
    line("Muscat: assessing %d x %d".formatted(THEATRES, INDICATORS), seconds(assessed));
    line("Muscat: rendering its page", seconds(rendered));
    line("Prometheus: scrape of Muscat", scraperCpu);
    System.out.printf(
        Locale.ROOT,
        "rules: %.2f s on the clock, %.0f of %d composites; Muscat's page: %.0f series%n",
        ruled.ruleSeconds(),
        ruled.value("count(theatre:peer_stability:ratio)"),
        THEATRES,
        scraper.value("scrape_samples_scraped"));
  }

  private void ticks(int number) throws InterruptedException {
    for (int i = 0; i < number; i++) {
      long millis = Clock.systemUTC().millis();
      TimeUnit.MILLISECONDS.sleep(SECONDS * 1000L - millis % (SECONDS * 1000L));
      tick();
    }
  }

  /** New numbers arrive, are stored, assessed and told. */
  private void tick() {
    long now = now();
    raw = values.page(now).getBytes(StandardCharsets.UTF_8);
    long start = machine.getProcessCpuTime();
    Instant at = Instant.ofEpochSecond(now);
    muscat.append(at, (theatre, number) -> PeerValues.at(theatre, number, now));
    long afterStoring = machine.getProcessCpuTime();
    List<Assessment> assessments = muscat.assessor().assessAll(muscat.theatres().all(), at);
    board.publish(new Snapshot(at, assessments));
    long afterAssessing = machine.getProcessCpuTime();
    told = ExpositionFormat.TEXT.page(IndexFamilies.of(assessments, Restricted.NOTHING));
    rendered += machine.getProcessCpuTime() - afterAssessing;
    assessed += afterAssessing - afterStoring;
    stored += afterStoring - start;
  }

  private HttpServer server() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    server.setExecutor(
        Executors.newFixedThreadPool(
            2,
            task -> {
              Thread thread = new Thread(task, "pages");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext(
        "/",
        exchange -> {
          byte[] page = exchange.getRequestURI().getPath().equals("/raw") ? raw : told;
          exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    return server;
  }

  /** The window as blocks, for the two that scrape the raw numbers. */
  private void history(Path folder, long from, long to) throws Exception {
    Path text = Files.writeString(folder.resolve("history.om"), values.history(from, to, SECONDS));
    for (String name : new String[] {"plain", "ruled"}) {
      Path blocks = Files.createDirectories(folder.resolve(name).resolve("tsdb"));
      Process promtool =
          new ProcessBuilder(
                  "promtool",
                  "tsdb",
                  "create-blocks-from",
                  "openmetrics",
                  text.toString(),
                  blocks.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("promtool.log").toFile())
              .start();
      if (promtool.waitFor() != 0) {
        throw new IllegalStateException(Files.readString(folder.resolve("promtool.log")));
      }
    }
  }

  private static PeerPrometheus start(
      Path folder, String name, String target, String path, String window) throws Exception {
    return PeerPrometheus.start(
        Files.createDirectories(folder.resolve(name)), target, path, SECONDS, window);
  }

  private static long now() {
    long now = Clock.systemUTC().instant().getEpochSecond();
    return now - now % SECONDS;
  }

  private static double seconds(long nanos) {
    return nanos / 1e9 / TICKS;
  }

  private static void line(String what, double cpuSeconds) {
    System.out.printf(Locale.ROOT, "%-44s %7.3f CPU s an evaluation%n", what, cpuSeconds);
  }
}
