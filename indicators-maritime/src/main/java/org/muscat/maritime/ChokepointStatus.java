package org.muscat.maritime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Role;
import org.muscat.spi.Uncertainty;

/**
 * M10, the answer to "open or closed, since when?": a fold over the {@link TransitRatio} of each
 * day. A worse word is entered at its threshold and left only a hysteresis above it, each after its
 * dwell. The value is the ratio of the newest point; the facts are {@code status} and {@code
 * since}, and of a strait of PortWatch {@code latitude} and {@code longitude} of its middle.
 *
 * <p>Known weakness: the ratio at Hormuz dips in most winters, in vintages B and C of PortWatch (to
 * .57 to .74 in five winters of six) more than in A (.72 at the lowest), and the cause is not
 * established; such a dip can read RESTRICTED.
 */
final class ChokepointStatus implements IndicatorProvider<ChokepointStatusConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "chokepoint-status",
        "Whether a strait is open, restricted or effectively closed, and since when",
        Role.STATUS,
        "ratio",
        Transits.SCALE,
        Transits.uncertainty(Measure.ALL_CALLS, "hormuz"),
        "method, section 4, M10; data of IMF PortWatch, whose counts at Hormuz dip in most winters,"
            + " in vintages B and C more than in A (cause not established)");
  }

  @Override
  public Class<ChokepointStatusConfig> configType() {
    return ChokepointStatusConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(ChokepointStatusConfig config) {
    List<ConfigProblem> problems =
        new ArrayList<>(Transits.validate(config.measure(), config.strait()));
    Optional<Double> restrictedBelow = restrictedBelow(config);
    if (restrictedBelow.isEmpty() && problems.isEmpty()) {
      problems.add(
          new ConfigProblem(
              "restricted-below",
              "is needed: '%s' has no recorded history of this measure to take it from; give the"
                      .formatted(config.strait())
                  + " 1st percentile of its transit ratio in quiet years"));
    }
    restrictedBelow
        .filter(threshold -> config.closedBelow() >= threshold)
        .ifPresent(
            threshold ->
                problems.add(
                    new ConfigProblem(
                        "closed-below",
                        config.closedBelow() + " must be below restricted-below " + threshold)));
    requireWholeDays("dwell", config.dwell(), problems);
    requireWholeDays("closed-dwell", config.closedDwell(), problems);
    return List.copyOf(problems);
  }

  /** As given, or that of the strait. */
  private static Optional<Double> restrictedBelow(ChokepointStatusConfig config) {
    return config
        .restrictedBelow()
        .or(() -> Transits.restrictedBelow(config.measure(), config.strait()));
  }

  @Override
  public Inputs inputs(ChokepointStatusConfig config) {
    return Transits.inputs(config.measure(), config.strait());
  }

  @Override
  public Uncertainty uncertainty(ChokepointStatusConfig config) {
    return Transits.uncertainty(config.measure(), config.strait());
  }

  @Override
  public Indicator create(ChokepointStatusConfig config) {
    String series = config.measure().series(config.strait());
    double restrictedBelow = restrictedBelow(config).orElseThrow();
    return known -> {
      TransitRatios ratios = TransitRatios.of(known.series(series), config.observed());
      return ratios.newest(newest -> read(newest, ratios.all(), restrictedBelow, config));
    };
  }

  private static Reading read(
      TransitRatio newest,
      List<TransitRatio> all,
      double restrictedBelow,
      ChokepointStatusConfig config) {
    return Status.after(all, restrictedBelow, config)
        .<Reading>map(status -> measured(newest, status, config.strait()))
        .orElseGet(
            () ->
                new NoData(
                    "no word has held for its dwell yet: %d days have a transit ratio"
                        .formatted(all.size())));
  }

  private static Measured measured(TransitRatio newest, Status status, String word) {
    Measured said =
        Measured.of(newest.q(), newest.observedAt())
            .fact("status", status.word().name())
            .fact("since", status.since().toString());
    return Strait.of(word)
        .map(
            strait ->
                said.fact("latitude", String.valueOf(strait.position().latitude()))
                    .fact("longitude", String.valueOf(strait.position().longitude())))
        .orElse(said);
  }

  private static void requireWholeDays(
      String option, Duration dwell, List<ConfigProblem> problems) {
    if (dwell.toDays() < 1 || !dwell.equals(Duration.ofDays(dwell.toDays()))) {
      problems.add(new ConfigProblem(option, dwell + " must be whole days, at least P1D"));
    }
  }
}
