package org.muscat.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Scrapers in a process of their own, all at once every some seconds, as Prometheus asks:
 * OpenMetrics, compressed. Goes on at the line {@code go}, pauses at {@code pause}, and tells at
 * the end of its input what it got.
 */
public final class Scrapers {

  private final URI page;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger failures = new AtomicInteger();
  private volatile boolean going;

  private Scrapers(URI page) {
    this.page = page;
  }

  /** The address of the page, how many there are, and after how many seconds they ask again. */
  public static void main(String[] arguments) throws IOException {
    new Scrapers(URI.create(arguments[0]))
        .run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
  }

  private void run(int number, int seconds) throws IOException {
    ScheduledExecutorService scrapers = Executors.newScheduledThreadPool(number);
    for (int i = 0; i < number; i++) {
      var unused = scrapers.scheduleAtFixedRate(this::scrape, 0, seconds, TimeUnit.SECONDS);
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      going = line.equals("go");
    }
    scrapers.shutdownNow();
    List<Double> sorted = millis.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%d scrapes, %d failed; %.1f ms at the median, %.1f ms at p99%n",
        sorted.size(),
        failures.get(),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 99 / 100));
  }

  private void scrape() {
    if (!going) {
      return;
    }
    long start = System.nanoTime();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(page)
              .header("Accept", "application/openmetrics-text;version=1.0.0")
              .header("Accept-Encoding", "gzip")
              .header("X-Prometheus-Scrape-Timeout-Seconds", "10")
              .build();
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        failures.incrementAndGet();
      }
      millis.add((System.nanoTime() - start) / 1e6);
    } catch (IOException e) {
      failures.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
