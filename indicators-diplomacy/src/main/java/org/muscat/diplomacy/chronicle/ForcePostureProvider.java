package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.muscat.diplomacy.coded.Theatres;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/**
 * Makes {@code force-posture} (P1 of the method): {@code sum v a/4} over the units of the
 * deployments of the chronicle, at most 1. v: carrier group 1, amphibious group .5, bomber task
 * force .4, submarine with guided missiles .3, battalion of air defence .2; a: in the theatre 1,
 * ordered .5. A deployment counts to its last day, {@code until}; withdrawals count nothing,
 * because they do not say whose end they are. A deployment that is not verified counts half.
 *
 * <p>[choice] A unit of which no end is known stops counting 300 days after its date, bombers after
 * 120, a submarine after 60: hardly one stays longer, and the end of a submarine's stay is never
 * published. For as long again the reading is partial and names the deployment.
 *
 * <p>Fact: {@code leading-events}, the three deployments that count most.
 *
 * <p>The posture changes over coded days only. No reading when the last one is more than a
 * fortnight ago, partial when not all of the 300 days up to it are coded, none when fewer than half
 * are: what was sent before is not known.
 */
public final class ForcePostureProvider implements IndicatorProvider<TheatreConfig> {

  /**
   * [choice] One carrier group is the usual presence and has risk 10; the worth of three, which has
   * risk 90, was not there in a quiet time.
   */
  static final Scale SCALE = Scale.logistic(.25, .75);

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "force-posture",
        "Forces in the theatre, as pressure",
        Role.AXIS,
        "level",
        SCALE,
        new Uncertainty(8, 20, Duration.ofDays(1), ForcePosture.HORIZON.maxAge()),
        "method, section 4, P1");
  }

  @Override
  public Class<TheatreConfig> configType() {
    return TheatreConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(TheatreConfig config) {
    return Theatres.validate(config.theatre());
  }

  @Override
  public Inputs inputs(TheatreConfig config) {
    return ForcePosture.HORIZON.inputs(config.theatre(), Domain.POSTURE);
  }

  /** P1 is a level already (method, section 6). */
  @Override
  public Optional<LevelMap> level(TheatreConfig config) {
    return Optional.of(LevelMap.identity());
  }

  @Override
  public Indicator create(TheatreConfig config) {
    return new ForcePosture(config.theatre());
  }
}
