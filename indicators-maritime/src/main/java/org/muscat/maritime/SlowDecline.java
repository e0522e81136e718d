package org.muscat.maritime;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
import org.muscat.spi.Scale;
import org.muscat.spi.Series;
import org.muscat.spi.Uncertainty;

/**
 * M3, slow decline: a CUSUM of how far the square root of each day's count lies below that of the
 * gated baseline (see {@link Declines}). It hears a decline of a tenth that lasts, where a ratio
 * says nothing.
 *
 * <p>Its domain is Bab el-Mandeb. At Hormuz counts dip in most winters (in vintages B and C of
 * PortWatch more than in A; cause not established), which it takes for a decline, so that it is
 * refused there. At other straits it was not measured, and the fact {@code domain} says so.
 *
 * <p>The sum stops at a ceiling: left alone, a crisis of a year would take years to wind down. The
 * scale is a choice: nothing has risk 10, the alarm risk 90. Its deviation was measured for all
 * calls at Bab el-Mandeb; elsewhere it is a choice.
 */
final class SlowDecline implements IndicatorProvider<SlowDeclineConfig> {

  private static final double ALARM = 15;

  /** Of the risk where it was not measured: a choice. */
  private static final double UNKNOWN_SPREAD = 25;

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
            "slow-decline",
            "Whether transits of a strait have been sinking for a while",
            Role.PILLAR,
            "sd",
            Scale.logistic(0, ALARM),
            Transits.weekly(UNKNOWN_SPREAD),
            "method, section 4, M3; Page (1954); data of IMF PortWatch; for Bab el-Mandeb")
        .calibratedFor(Transits.cases("slow-decline"));
  }

  @Override
  public Class<SlowDeclineConfig> configType() {
    return SlowDeclineConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(SlowDeclineConfig config) {
    List<ConfigProblem> problems =
        new ArrayList<>(Transits.validate(config.measure(), config.strait()));
    if (config.strait().equals(Strait.HORMUZ.word())) {
      problems.add(
          new ConfigProblem(
              "strait",
              "'hormuz' lies outside its domain: counts dip there in most winters and it takes that"
                  + " for a decline; take transit-shortfall"));
    }
    if (config.measure() == Measure.TANKER_CAPACITY) {
      problems.add(
          new ConfigProblem(
              "measure", "tanker-capacity is no count; name all-calls or tanker-calls"));
    }
    if (config.ceiling() < config.alarm()) {
      problems.add(
          new ConfigProblem(
              "ceiling", config.ceiling() + " must not be below alarm, " + config.alarm()));
    }
    return List.copyOf(problems);
  }

  @Override
  public Inputs inputs(SlowDeclineConfig config) {
    return Transits.inputs(config.measure(), config.strait());
  }

  @Override
  public Uncertainty uncertainty(SlowDeclineConfig config) {
    return Transits.weekly(
        Transits.declineSpread(config.measure(), config.strait()).orElse(UNKNOWN_SPREAD));
  }

  @Override
  public Indicator create(SlowDeclineConfig config) {
    String series = config.measure().series(config.strait());
    return known -> read(known.series(series), config);
  }

  private static Reading read(Series transits, SlowDeclineConfig config) {
    if (transits.isEmpty()) {
      return new NoData("no point of '%s' is known".formatted(transits.name()));
    }
    List<Declines.Day> days = Declines.of(transits, config);
    if (days.isEmpty()) {
      return new NoData(
          "'%s' has %d points; %d days that its baseline learnt are needed after the first 90"
              .formatted(transits.name(), transits.size(), TransitRatios.LEAST_ACCEPTED_DAYS));
    }
    Declines.Day newest = days.get(days.size() - 1);
    Measured measured =
        Measured.of(newest.sum(), newest.date().atStartOfDay(ZoneOffset.UTC).toInstant())
            .fact("domain", domain(config.strait()));
    return newest.alarmSince() == null
        ? measured
        : measured.fact("alarm-since", newest.alarmSince().toString());
  }

  private static String domain(String strait) {
    return strait.equals(Strait.BAB_EL_MANDEB.word())
        ? "measured at this strait"
        : "not measured at this strait";
  }
}
