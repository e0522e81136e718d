package org.muscat.maritime;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.spi.Role;
import org.muscat.spi.Uncertainty;
import org.muscat.toolkit.GatedDay;

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
        Transits.uncertainty(Measure.ALL_CALLS),
        "method, section 4, M1, and section 3, gated baseline; data of IMF PortWatch");
  }

  @Override
  public Class<TransitShortfallConfig> configType() {
    return TransitShortfallConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(TransitShortfallConfig config) {
    return Transits.validate(config.measure(), config.strait());
  }

  @Override
  public Inputs inputs(TransitShortfallConfig config) {
    return Transits.inputs(config.measure(), config.strait());
  }

  @Override
  public Uncertainty uncertainty(TransitShortfallConfig config) {
    return Transits.uncertainty(config.measure());
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
