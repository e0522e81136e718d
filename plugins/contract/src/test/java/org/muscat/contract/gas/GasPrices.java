package org.muscat.contract.gas;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.muscat.spi.Batch;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.FeedProvider;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.HttpFetcher;
import org.muscat.spi.HttpQuery;
import org.muscat.spi.Observation;
import org.muscat.spi.Option;

/** Prices of one hub from a table of days and prices. */
public final class GasPrices implements FeedProvider<GasPrices.Config> {

  /** Which hub. */
  public record Config(@Option(doc = "Name of the hub.", defaultValue = "ttf") String hub) {}

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
        "gas-prices", "Prices of gas", "example.org", Duration.ofDays(1), "made up");
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public Feed create(Config config, FeedContext context) {
    HttpFetcher http = context.http();
    return request -> fetch(config.hub(), http, request);
  }

  private static Batch fetch(String hub, HttpFetcher http, FetchRequest request)
      throws FeedException, InterruptedException {
    String table =
        http.fetch(HttpQuery.get(URI.create("https://gas.example.org/prices/" + hub))).text();
    String[] lines = table.split("\n", -1);
    if (!lines[0].equals("day,price")) {
      throw new FeedException(Reason.SOURCE_CHANGED, "the table begins with '" + lines[0] + "'");
    }
    String last = request.cursor().orElse("");
    List<Observation> observations = new ArrayList<>();
    List<Batch.Rejection> rejections = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String[] row = lines[i].split(",", -1);
      try {
        if (row.length == 2 && row[0].compareTo(request.cursor().orElse("")) > 0) {
          observations.add(
              Observation.point("gas/" + hub, startOf(row[0]), Double.parseDouble(row[1])));
          last = row[0];
        }
      } catch (DateTimeParseException | NumberFormatException e) {
        rejections.add(new Batch.Rejection("prices", i + 1, String.valueOf(e.getMessage())));
      }
    }
    return Batch.last(observations, rejections, last);
  }

  private static Instant startOf(String day) {
    return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
