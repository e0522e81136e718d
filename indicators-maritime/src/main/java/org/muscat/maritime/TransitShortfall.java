package org.muscat.maritime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;
import org.muscat.toolkit.GatedDay;
import org.muscat.toolkit.ScaleFile;

/**
 * M1, transit shortfall: the {@link TransitRatio} of the newest point; 1 is usual, 0 is nobody. The
 * baselines do not learn a crisis, so it stays visible for as long as it lasts; {@code
 * frozen-since} says from when on they have learnt nothing.
 */
final class TransitShortfall implements IndicatorProvider<TransitShortfallConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
            "transit-shortfall",
            "Transits of a strait as a share of what is usual",
            Role.PILLAR,
            "ratio",
            Transits.SCALE,
            Transits.uncertainty(Measure.ALL_CALLS, "hormuz"),
            "method, section 4, M1, and section 3, gated baseline; data of IMF PortWatch")
        .calibratedFor(Transits.cases("transit-shortfall"));
  }

  @Override
  public Class<TransitShortfallConfig> configType() {
    return TransitShortfallConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(TransitShortfallConfig config) {
    List<ConfigProblem> problems =
        new ArrayList<>(Transits.validate(config.measure(), config.strait()));
    if (config.calm().isPresent() != config.stressed().isPresent()) {
      problems.add(new ConfigProblem("calm", "and stressed go together; give both or neither"));
    } else if (config.calm().isPresent() && config.calm().get() <= config.stressed().get()) {
      problems.add(
          new ConfigProblem(
              "calm", config.calm().get() + " must be above stressed " + config.stressed().get()));
    } else if (problems.isEmpty() && scaleOf(config).isEmpty()) {
      problems.add(
          new ConfigProblem(
              "strait",
              "'%s' has no recorded history of this measure to take anchors from; give calm and"
                      .formatted(config.strait())
                  + " stressed, the transit ratios with risk 10 and 90"));
    }
    return List.copyOf(problems);
  }

  private static Optional<Scale> scaleOf(TransitShortfallConfig config) {
    return config.calm().isPresent() && config.stressed().isPresent()
        ? Optional.of(Scale.logistic(config.calm().get(), config.stressed().get()))
        : Transits.shortfall(config.measure(), config.strait()).map(ScaleFile.Entry::scale);
  }

  @Override
  public Scale scale(TransitShortfallConfig config) {
    return scaleOf(config).orElseThrow();
  }

  @Override
  public Inputs inputs(TransitShortfallConfig config) {
    return Transits.inputs(config.measure(), config.strait());
  }

  @Override
  public Uncertainty uncertainty(TransitShortfallConfig config) {
    return Transits.uncertainty(config.measure(), config.strait());
  }

  @Override
  public Indicator create(TransitShortfallConfig config) {
    String series = config.measure().series(config.strait());
    return known ->
        TransitRatios.of(known.series(series), config.observed()).newest(TransitShortfall::read);
  }

  private static Reading read(TransitRatio ratio) {
    GatedDay day = ratio.day();
    Measured measured =
        Measured.of(ratio.q(), ratio.observedAt())
            .fact("gated-baseline", oneDecimal(day.baseline()))
            .fact("accepted-median", oneDecimal(day.acceptedMedian()));
    LocalDate frozenSince = day.frozenSince();
    return frozenSince == null ? measured : measured.fact("frozen-since", frozenSince.toString());
  }

  private static String oneDecimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
