package org.muscat.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muscat.server.index.Snapshot;
import org.muscat.server.runtime.Server;

/**
 * Spans in the life of a server: how late its ticks began in each, as its metrics say, and how late
 * work was that was due at any other moment.
 */
final class LagSpans {

  private static final Pattern LAG =
      Pattern.compile("muscat_tick_lag_seconds_(count|sum) ([0-9.E-]+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<Snapshot> ticks = new LinkedBlockingQueue<>();
  private final URI page;

  /**
   * Whether anybody takes ticks: what nobody takes would be kept, and told as memory of the server.
   */
  private volatile boolean open;

  private double[] told = new double[2];

  /**
   * What happened in a span.
   *
   * @param ticks lags of its ticks, in milliseconds
   * @param probes lags of a {@link LagProbe}, in milliseconds
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Span(double[] ticks, double[] probes) {}

  LagSpans(Server server) {
    this.page = URI.create(server.url() + "/metrics?name%5B%5D=muscat_tick_lag_seconds");
    server.listen(
        tick -> {
          if (open) {
            ticks.add(tick);
          }
        });
  }

  /** The span of some seconds that begins now; ends with it. */
  Span next(int seconds) throws IOException, InterruptedException {
    List<Double> lags = new ArrayList<>();
    open = true;
    told = lag();
    LagProbe probe = new LagProbe(seconds);
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      if (ticks.poll(left, TimeUnit.NANOSECONDS) != null) {
        note(lags);
      }
    }
    open = false;
    ticks.clear();
    return new Span(lags.stream().mapToDouble(Double::doubleValue).toArray(), probe.end());
  }

  /** Of ticks that were published since the one before, the mean for each. */
  private void note(List<Double> lags) throws IOException, InterruptedException {
    double[] now = lag();
    for (double tick = told[0]; tick < now[0]; tick++) {
      lags.add((now[1] - told[1]) / (now[0] - told[0]) * 1_000);
    }
    told = now;
  }

  /** How many ticks there were, and the sum of their lags in seconds. */
  private double[] lag() throws IOException, InterruptedException {
    String body = http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
    double[] both = new double[2];
    Matcher found = LAG.matcher(body);
    while (found.find()) {
      both[found.group(1).equals("count") ? 0 : 1] = Double.parseDouble(found.group(2));
    }
    return both;
  }
}
