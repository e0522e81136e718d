package org.muscat.bench.validation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muscat.maritime.attack.AttackHistory;
import org.muscat.maritime.attack.AttackIntensityConfig;
import org.muscat.maritime.attack.AttackIntensityProvider;
import org.muscat.maritime.geo.Strait;
import org.muscat.maritime.incidents.IncidentFilesConfig;
import org.muscat.maritime.incidents.IncidentFilesProvider;
import org.muscat.spi.Batch;
import org.muscat.spi.Event;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Indicator;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;
import org.muscat.testkit.History;
import org.muscat.toolkit.MarkedTimes;

/** The recorded reports of ASAM as the product takes them, by the feed {@code incident-files}. */
final class RecordedIncidents {

  static final String SERIES = "incidents/asam";

  /** How long after it happened a report counts as known; what is read does not depend on it. */
  private static final Duration LAG = Duration.ofDays(3);

  private static final Instant NOW = Instant.parse("2025-06-30T00:00:00Z");
  private static final Inputs ALL = Inputs.none().with(SERIES, Inputs.WHOLE_HISTORY);
  private static final AttackIntensityProvider M4 = new AttackIntensityProvider();

  private final History history = new History();

  /**
   * Takes a file.
   *
   * @throws IllegalArgumentException if a row of it is refused
   */
  RecordedIncidents(Path file) throws FeedException, InterruptedException {
    IncidentFilesConfig config = new IncidentFilesConfig(file.toAbsolutePath(), Optional.of(LAG));
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

  /** When there were reports of whatever kind, with mark 1, in days since the window began. */
  MarkedTimes reports(LocalDate from, LocalDate to) {
    double[] days =
        history.observations().stream()
            .map(o -> LocalDate.ofInstant(o.observedAt(), ZoneOffset.UTC))
            .filter(day -> !day.isBefore(from) && !day.isAfter(to))
            .mapToDouble(day -> (double) ChronoUnit.DAYS.between(from, day))
            .sorted()
            .toArray();
    double[] marks = new double[days.length];
    Arrays.fill(marks, 1.0);
    return MarkedTimes.of(days, marks, (double) ChronoUnit.DAYS.between(from, to.plusDays(1)));
  }

  /** All that happened, as M4 takes it. */
  AttackHistory attacks() {
    return AttackHistory.of(history.view(NOW, ALL), List.of(SERIES));
  }

  /**
   * What {@code attack-intensity} says at a strait of each day that had a report from anywhere,
   * once all reports of that day were known: each observed moment once, as {@code muscat scales}
   * reads it.
   *
   * @param from first observed day
   * @param to last observed day
   */
  double[] readings(Strait strait, LocalDate from, LocalDate to) {
    AttackIntensityConfig config = new AttackIntensityConfig(strait.word(), List.of(SERIES));
    Indicator indicator = M4.create(config);
    Duration lookBack = M4.inputs(config).all().get(0).lookBack();
    Instant first = from.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant last = to.atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Event> all = history.view(NOW, ALL).events(SERIES);
    List<Double> readings = new ArrayList<>();
    int oldest = 0;
    for (int i = 0; i < all.size(); i++) {
      Instant observedAt = all.get(i).observedAt();
      boolean whole = i + 1 == all.size() || all.get(i + 1).observedAt().isAfter(observedAt);
      if (whole && !observedAt.isBefore(first) && !observedAt.isAfter(last)) {
        Instant asOf = observedAt.plus(LAG);
        while (!all.get(oldest).observedAt().isAfter(asOf.minus(lookBack))) {
          oldest++;
        }
        Reading reading = indicator.read(new Known(asOf, all.subList(oldest, i + 1)));
        readings.add(((Measured) reading).value());
      }
    }
    return readings.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private record Known(Instant asOf, List<Event> events) implements SeriesView {

    @Override
    public Series series(String name) {
      throw new IllegalArgumentException("'" + name + "' has no points here");
    }

    @Override
    public List<Event> events(String name) {
      return events;
    }
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
