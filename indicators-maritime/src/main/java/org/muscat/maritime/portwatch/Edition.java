package org.muscat.maritime.portwatch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpFetcher;
import org.muscat.spi.HttpQuery;
import org.muscat.toolkit.Json;

/**
 * Asks the layer when it was edited last. The answer saves questions and is never needed: whoever
 * gets none asks for the data.
 */
final class Edition {

  /** The address of a layer, and that of its query. */
  private static final Pattern QUERY = Pattern.compile("(.+/(?:Feature|Map)Server/\\d+)/query");

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long MOST_BYTES = 4L << 20;

  /** PortWatch starts in 2019, and the clock of a server may be fast. */
  private static final Instant EARLIEST = Instant.parse("2015-01-01T00:00:00Z");

  private static final Duration FAST = Duration.ofDays(1);

  private final URI query;
  private final HttpFetcher http;
  private final System.Logger logger;

  Edition(URI query, HttpFetcher http, System.Logger logger) {
    this.query = query;
    this.http = http;
    this.logger = logger;
  }

  /** When the layer was edited last; empty if it does not say so in a way that can be believed. */
  Optional<Instant> last(Instant now) throws InterruptedException {
    Matcher layer = QUERY.matcher(query.toString());
    if (!layer.matches()) {
      return Optional.empty();
    }
    try {
      return read(
          http.fetch(
                  HttpQuery.get(URI.create(layer.group(1)))
                      .parameter("f", "json")
                      .accepting("application/json", "text/plain", "text/json")
                      .atMost(MOST_BYTES)
                      .within(PATIENCE))
              .text(),
          now);
    } catch (FeedException | IOException e) {
      logger.log(
          System.Logger.Level.INFO,
          "{0} does not say when it was edited, all is asked for: {1}",
          layer.group(1),
          e.getMessage());
      return Optional.empty();
    }
  }

  /** The later of the two dates: rows may be edited without the layer, and the layer without. */
  private static Optional<Instant> read(String text, Instant now)
      throws IOException, FeedException {
    if (!(Json.read(text) instanceof Map<?, ?> layer)
        || !(layer.get("editingInfo") instanceof Map<?, ?> editing)) {
      throw new FeedException(Reason.SOURCE_CHANGED, "the layer has no 'editingInfo'");
    }
    Optional<Instant> last =
        Stream.of("lastEditDate", "dataLastEditDate")
            .flatMap(name -> moment(editing.get(name), now).stream())
            .max(Instant::compareTo);
    if (last.isEmpty()) {
      throw new FeedException(Reason.SOURCE_CHANGED, "'editingInfo' has no date of an edit");
    }
    return last;
  }

  private static Optional<Instant> moment(@Nullable Object millis, Instant now) {
    return millis instanceof Long epoch
        ? Optional.of(Instant.ofEpochMilli(epoch))
            .filter(at -> at.isAfter(EARLIEST) && at.isBefore(now.plus(FAST)))
        : Optional.empty();
  }
}
