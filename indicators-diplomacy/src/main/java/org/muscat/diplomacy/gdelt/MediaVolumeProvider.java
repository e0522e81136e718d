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
 * Makes {@code media-volume} (D8 of the method): how much more than usual is written about what two
 * states do to each other. The mean of the documents a day over the last days as a gated robust
 * score, as {@link MediaToneProvider}.
 *
 * <p>Attention is not risk: give it at most 5 % of an index. The climatological error of 25 points
 * is a choice.
 */
public final class MediaVolumeProvider implements IndicatorProvider<MediaConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "media-volume",
        "How much is written about two states, against its own past",
        Role.PILLAR,
        "z",
        Scale.normal(),
        new Uncertainty(5, 25, Duration.ofDays(1), MediaToneProvider.MAX_AGE),
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
    return GatedScore.rising(
        series(config), (int) config.window().toDays(), MediaToneProvider.MAX_AGE);
  }

  private static String series(MediaConfig config) {
    return Dyad.of(config.dyad()).dailySeries(RollUp.ARTICLES);
  }
}
