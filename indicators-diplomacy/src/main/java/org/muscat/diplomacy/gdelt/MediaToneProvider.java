package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/**
 * Makes {@code media-tone} (D8 of the method): how much more negative than usual documents about
 * two states sound. Minus the mean over the last days of the daily mean tone of their unique
 * events, weighted by w, as a gated robust score: the fold of {@link TensionSumsProvider}, with its
 * 730 days, gate and smallest baseline.
 *
 * <p>Days come from all files, a day late. No reading when the last one began more than five days
 * ago [choice]. Attention is not risk: give it at most 5 % of an index. The climatological error of
 * 25 points is a choice.
 */
public final class MediaToneProvider implements IndicatorProvider<MediaConfig> {

  static final Duration MAX_AGE = Duration.ofDays(5);

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "media-tone",
        "How negative the news of two states sounds, against its own past",
        Role.PILLAR,
        "z",
        Scale.normal(),
        new Uncertainty(5, 25, Duration.ofDays(1), MAX_AGE),
        "method, sections 3 (robust z, gated) and 4 (D8)");
  }

  @Override
  public Class<MediaConfig> configType() {
    return MediaConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(MediaConfig config) {
    return Windows.validate(config.dyad(), config.window());
  }

  @Override
  public Inputs inputs(MediaConfig config) {
    // The gate is a fold over the whole past.
    return Inputs.none().with(series(config), Inputs.WHOLE_HISTORY);
  }

  @Override
  public Indicator create(MediaConfig config) {
    return GatedScore.falling(series(config), (int) config.window().toDays(), MAX_AGE);
  }

  private static String series(MediaConfig config) {
    return Dyad.of(config.dyad()).dailySeries(RollUp.TONE);
  }
}
