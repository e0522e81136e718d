package org.muscat.bench.validation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muscat.maritime.attack.AttackHistory;
import org.muscat.maritime.attack.AttackIntensityConfig;
import org.muscat.maritime.attack.AttackIntensityProvider;
import org.muscat.maritime.geo.Strait;
import org.muscat.maritime.incidents.IncidentFilesConfig;
import org.muscat.maritime.incidents.IncidentFilesProvider;
import org.muscat.spi.Batch;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.testkit.History;

/** The recorded reports of ASAM as the product takes them, by the feed {@code incident-files}. */
final class RecordedIncidents {

  static final String SERIES = "incidents/asam";

  /** How long after it happened a report counts as known; what is read does not depend on it. */
  private static final Duration LAG = Duration.ofDays(3);

  private static final Instant NOW = Instant.parse("2025-06-30T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final AttackIntensityProvider M4 = new AttackIntensityProvider();

  private final History history = new History();

  /**
   * Takes a file.
   *
   * @throws IllegalArgumentException if a row of it is refused
   */
  RecordedIncidents(Path file) throws FeedException, InterruptedException {
    IncidentFilesConfig config =
        new IncidentFilesConfig(file.toAbsolutePath(), Optional.of(LAG));
    try (Feed feed = new IncidentFilesProvider().create(config, new Context())) {
      Batch batch = feed.fetch(FetchRequest.first(NOW));
      if (!batch.rejections().isEmpty()) {
        throw new IllegalArgumentException(
            "%s: %d rows are refused, the first: %s"
                .formatted(file, batch.rejections().size(), batch.rejections().get(0)));
      }
      history.add(batch.observations());
    }
  }

  /** How many reports there are. */
  int size() {
    return history.observations().size();
  }

  /** All that happened, as M4 takes it. */
  AttackHistory attacks() {
    Inputs all = Inputs.none().with(SERIES, Inputs.WHOLE_HISTORY);
    return AttackHistory.of(history.view(NOW, all), List.of(SERIES));
  }

  /**
   * What {@code attack-intensity} says at a strait at 00:00 UTC of each day with what was known
   * then, each observed moment once, as {@code muscat scales} reads it.
   *
   * @param from first observed day
   * @param to last observed day
   */
  double[] readings(Strait strait, LocalDate from, LocalDate to) {
    AttackIntensityConfig config = new AttackIntensityConfig(strait.word(), List.of(SERIES));
    Map<Instant, Double> byMoment = new TreeMap<>();
    Instant first = from.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant last = to.atStartOfDay(ZoneOffset.UTC).toInstant();
    for (Instant t = first; !t.isAfter(last.plus(LAG).plus(DAY)); t = t.plus(DAY)) {
      if (history.read(M4, config, t) instanceof Measured measured
          && !measured.observedAt().isBefore(first)
          && !measured.observedAt().isAfter(last)) {
        byMoment.putIfAbsent(measured.observedAt(), measured.value());
      }
    }
    return byMoment.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private record Context() implements FeedContext {

    @Override
    public String instance() {
      return "asam";
    }

    @Override
    public Path baseFolder() {
      return Path.of("").toAbsolutePath();
    }

    @Override
    public Clock clock() {
      return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Override
    public System.Logger logger() {
      return System.getLogger("asam");
    }
  }
}
