package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;

class MediaIndicatorsTest {

  private static final MediaToneProvider TONE = new MediaToneProvider();
  private static final MediaVolumeProvider VOLUME = new MediaVolumeProvider();
  private static final MediaConfig WEEK =
      new MediaConfig(List.of("USA", "IRN"), Duration.ofDays(7));

  @Test
  void shouldRiseAsTheToneFalls() {
    double usual = value(TONE, "tone", ago -> Math.sin(ago) - 3);
    double worse = value(TONE, "tone", ago -> Math.sin(ago) - (ago <= 7 ? 4 : 3));
    double better = value(TONE, "tone", ago -> Math.sin(ago) - (ago <= 7 ? 2 : 3));

    assertThat(usual).isBetween(-2.0, 2.0);
    assertThat(worse).isEqualTo(4);
    assertThat(better).isEqualTo(-4);
  }

  @Test
  void shouldRiseWithTheDocuments() {
    assertThat(value(VOLUME, "articles", ago -> 50 + ago % 5 + (ago <= 7 ? 40 : 0))).isEqualTo(4);
    assertThat(value(VOLUME, "articles", ago -> 50 + ago % 5 - (ago <= 7 ? 40 : 0))).isEqualTo(-4);
  }

  @Test
  void shouldRefuseWithoutNewsOfTheLastDays() {
    News news = new News().daily("dyads/usa-irn/tone", 800, ago -> Math.sin(ago));

    assertThat(news.history().read(TONE, WEEK, News.NOW.plus(Duration.ofDays(3))))
        .isInstanceOf(Measured.class);
    assertThat(news.history().read(TONE, WEEK, News.NOW.plus(Duration.ofDays(4))))
        .isEqualTo(
            new NoData(
                "the last day of dyads/usa-irn/tone is 2021-12-31T00:00:00Z, older than 5 days"));
    assertThat(news.history().read(VOLUME, WEEK, News.NOW)).isInstanceOf(NoData.class);
  }

  private static double value(
      IndicatorProvider<MediaConfig> provider, String quantity, IntToDoubleFunction value) {
    Reading reading =
        new News()
            .daily("dyads/usa-irn/" + quantity, 800, value)
            .history()
            .read(provider, WEEK, News.NOW);
    assertThat(reading).isInstanceOf(Measured.class);
    return ((Measured) reading).value();
  }
}
