package org.muscat.server.http;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muscat.server.metrics.Representation;

/**
 * What a scraper wants.
 *
 * @param type of the page
 * @param gzip whether the page is compressed
 * @param names of series; none means all
 * @param patience how long it may take
 */
record ScrapeRequest(MetricsType type, boolean gzip, List<String> names, Duration patience) {

  private static final String NAMES = "name[]";
  private static final String TIMEOUT = "X-Prometheus-Scrape-Timeout-Seconds";

  private static final Pattern SECONDS =
      Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?([eE][-+]?[0-9]{1,2})?");

  /** As long as Prometheus waits if nobody tells it otherwise. */
  private static final double DEFAULT_SECONDS = 10;

  private static final double LONGEST_SECONDS = 120;

  /** What the answer needs to get there while the scraper still waits. */
  private static final double WAY_SECONDS = 0.5;

  ScrapeRequest {
    names = List.copyOf(names);
  }

  /**
   * As a request says it.
   *
   * @throws Problem if the timeout in it is none
   */
  static ScrapeRequest of(RoutingContext context) {
    return new ScrapeRequest(
        MetricsType.best(context.parsedHeaders().accept()),
        Coding.of(context) == Coding.GZIP,
        context.queryParam(NAMES),
        patience(context.request().getHeader(TIMEOUT)));
  }

  Representation representation() {
    return new Representation(type.format(), gzip);
  }

  private static Duration patience(@Nullable String timeout) {
    double seconds = timeout == null ? DEFAULT_SECONDS : seconds(timeout);
    double left = Math.max(seconds / 2, seconds - WAY_SECONDS);
    return Duration.ofMillis((long) Math.ceil(Math.min(left, LONGEST_SECONDS) * 1_000));
  }

  /** Java would also read "1d" and "0x1p3" as numbers, and infinity. */
  private static double seconds(String timeout) {
    if (SECONDS.matcher(timeout).matches()) {
      double seconds = Double.parseDouble(timeout);
      if (seconds > 0) {
        return seconds;
      }
    }
    throw Problem.badRequest(
        new FieldError("header", TIMEOUT, timeout, "is not a number of seconds above 0"));
  }
}
