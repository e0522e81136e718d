package org.muscat.bench.validation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.muscat.bench.validation.Rule.Verdict;
import org.muscat.host.config.Bound;
import org.muscat.host.config.ConfigNode.Entry;
import org.muscat.host.config.ConfigNode.Mapping;
import org.muscat.host.config.ConfigNode.Scalar;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.host.config.RecordBinder;
import org.muscat.maritime.MaritimePlugin;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Event;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Measured;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;

/**
 * An indicator of the maritime plugin at a strait, with its default options. Its options are not
 * validated: {@code slow-decline} would refuse Hormuz, and the table is to show why.
 */
final class TransitIndicator {

  /** PortWatch publishes a day about so much later. */
  static final Duration LAG = Duration.ofDays(9);

  private static final Place PLACE = new Place("validation", 1, "");

  private final Indicator indicator;

  private TransitIndicator(Indicator indicator) {
    this.indicator = indicator;
  }

  static TransitIndicator of(String id, Strait strait) {
    return new MaritimePlugin()
        .indicators().stream()
            .filter(provider -> provider.descriptor().id().equals(id))
            .findFirst()
            .map(provider -> new TransitIndicator(create(provider, strait)))
            .orElseThrow(() -> new IllegalArgumentException("there is no indicator '" + id + "'"));
  }

  private static <C extends Record> Indicator create(IndicatorProvider<C> provider, Strait strait) {
    Problems problems = new Problems();
    Entry entry = new Entry("strait", PLACE, new Scalar(PLACE, strait.word(), false));
    C config =
        RecordBinder.bind(new Mapping(PLACE, List.of(entry)), provider.configType(), problems)
            .map(Bound::value)
            .orElseThrow(() -> new IllegalStateException(problems.all().toString()));
    return provider.create(config);
  }

  /** What it says when the newest of these days is published; empty if it does not measure. */
  Optional<Measured> read(Series known) {
    return indicator.read(new Published(known)) instanceof Measured measured
        ? Optional.of(measured)
        : Optional.empty();
  }

  /** The rule that flags some of its readings. */
  Rule flagging(Predicate<Measured> flagged) {
    return known ->
        read(known)
            .map(measured -> flagged.test(measured) ? Verdict.FLAGGED : Verdict.USUAL)
            .orElse(Verdict.NOTHING);
  }

  private record Published(Series known) implements SeriesView {

    @Override
    public Instant asOf() {
      return known.lastTime().plus(LAG);
    }

    @Override
    public Series series(String name) {
      if (!name.equals(known.name())) {
        throw new IllegalArgumentException("'" + name + "' is not '" + known.name() + "'");
      }
      return known;
    }

    @Override
    public List<Event> events(String name) {
      return List.of();
    }
  }
}
