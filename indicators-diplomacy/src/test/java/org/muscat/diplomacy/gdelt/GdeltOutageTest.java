package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.spi.Scale;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;

/**
 * GDELT was down from 2025-06-14, in the midst of a war, to the end of what is recorded. Files up
 * to then are made up, calm or tense, and none comes after.
 */
class GdeltOutageTest {

  private static final GdeltWindowConfig WEEK =
      new GdeltWindowConfig(List.of("USA", "IRN"), Duration.ofDays(7), .5);
  private static final Duration STEP = Duration.ofHours(3);
  private static final Instant RECORD_ENDS = Recorded.day("2025-06-30");

  private static final List<IndicatorProvider<GdeltWindowConfig>> PROVIDERS =
      List.of(new TensionProvider(), new TalksBalanceProvider(), new CooperationShareProvider());

  @Test
  void shouldBeginWhereTheRecordedSalienceEnds() throws Exception {
    assertThat(lastDay()).isEqualTo(LocalDate.of(2025, 6, 14));
  }

  /** The value stands still while it ages, and then there is none. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldNeverCalmAndGoMissingAfterThreeDays(long seed) throws Exception {
    Instant outage = lastDay().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    History history = news(outage, new Random(seed));
    for (IndicatorProvider<GdeltWindowConfig> provider : PROVIDERS) {
      Measured before = (Measured) history.read(provider, WEEK, outage);
      List<Instant> missing = new ArrayList<>();
      for (Instant at = outage; !at.isAfter(RECORD_ENDS); at = at.plus(STEP)) {
        Reading reading = history.read(provider, WEEK, at);
        if (reading instanceof Measured during) {
          assertThat(missing).as("once missing, it stays so").isEmpty();
          assertThat(isCalmer(provider.descriptor().scale(), during, before)).isFalse();
          assertThat(during.observedAt()).isEqualTo(before.observedAt());
        } else {
          missing.add(at);
        }
      }

      assertThat(missing.get(0))
          .isBetween(outage.plus(Duration.ofDays(2)), outage.plus(Duration.ofDays(4)));
      assertThat(missing).contains(RECORD_ENDS);
    }
  }

  /** After an outage half a window has to be read before it counts again. */
  @Test
  void shouldNotBelieveTheFirstFilesAfterAnOutage() throws Exception {
    Instant outage = lastDay().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    History history = news(outage, new Random(6));
    Instant back = outage.plus(Duration.ofDays(8));
    for (int i = 0; i < 200; i++) {
      Instant stamp = back.plus(FileStamp.CADENCE.multipliedBy(i));
      history.add(
          FileDays.file(
              stamp.toString(), stamp.toString().substring(0, 10), 1, 5, Map.of("root-04", 1)));
    }

    for (IndicatorProvider<GdeltWindowConfig> provider : PROVIDERS) {
      assertThat(history.read(provider, WEEK, back.plus(Duration.ofDays(2))))
          .isInstanceOf(NoData.class);
    }
  }

  private static boolean isCalmer(Scale scale, Measured one, Measured than) {
    return scale.stressed() > scale.calm()
        ? one.value() < than.value() - 1e-12
        : one.value() > than.value() + 1e-12;
  }

  private static History news(Instant end, Random random) {
    History history = new History();
    for (int i = 1; i <= 96 * 12; i++) {
      Instant stamp = end.minus(FileStamp.CADENCE.multipliedBy(i));
      Map<String, Integer> roots = new TreeMap<>();
      roots.put("root-04", random.nextInt(3));
      roots.put("root-19", random.nextInt(1 + i / 96));
      history.add(
          FileDays.file(
              stamp.toString(),
              stamp.toString().substring(0, 10),
              1 + random.nextDouble(),
              10 * random.nextGaussian() % 10,
              roots));
    }
    for (int ago = 800; ago >= 1; ago--) {
      Instant day = end.minus(Duration.ofDays(ago));
      history.add(
          point("dyads/usa-irn/events", day, 10), point("dyads/usa-irn/cooperation", day, 6));
    }
    return history;
  }

  private static Observation point(String series, Instant day, double value) {
    return Observation.point(series, day, value)
        .knownAt(day.plus(Duration.ofDays(1)), KnownBasis.PUBLISHED);
  }

  private static LocalDate lastDay() throws Exception {
    List<String> lines = Files.readAllLines(Recorded.data("gdelt/chokepoint-salience-daily.csv"));
    return LocalDate.parse(lines.get(lines.size() - 1).split(",")[0]);
  }
}
