package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Measured;
import org.muscat.spi.Observation;
import org.muscat.testkit.History;

/**
 * GDELT stops in the midst of a day and is back on the next. What is written stays the same, so
 * counts of the files that there are must not read as calm.
 */
class PartialOutageTest {

  private static final Instant START = Instant.parse("2021-12-20T00:00:00Z");
  private static final int DAYS = 13;
  private static final int OUTAGE = 8;

  private static final List<Dyad> DYADS =
      List.of(new Dyad("USA", "IRN"), new Dyad("USA", "OMN"), new Dyad("IRN", "OMN"));

  @ParameterizedTest
  @ValueSource(ints = {1, 47, 48, 60, 91})
  void shouldNeverCalmTheVolumeOfTheNews(int filesOfTheDay) {
    shouldNeverCalm(
        new MediaVolumeProvider(),
        new MediaConfig(List.of("USA", "IRN"), Duration.ofDays(7)),
        filesOfTheDay);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 47, 48, 60, 91})
  void shouldNeverCalmASurgeOfMediation(int filesOfTheDay) {
    shouldNeverCalm(
        new MediationSurgeProvider(),
        new MediationSurgeConfig(List.of("USA", "IRN"), List.of("OMN")),
        filesOfTheDay);
  }

  /** The higher, the riskier: both. A baseline that lacks a day differs in its last digits. */
  private static <C extends Record> void shouldNeverCalm(
      IndicatorProvider<C> provider, C config, int filesOfTheDay) {
    History whole = history(FileStamp.FILES_A_DAY);
    History partial = history(filesOfTheDay);

    for (int day = OUTAGE; day < DAYS; day++) {
      Instant now = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(1));

      Measured usual = (Measured) whole.read(provider, config, now);
      Measured during = (Measured) partial.read(provider, config, now);

      assertThat(during.value()).as("%s", now).isGreaterThan(usual.value() - .01);
    }
  }

  /** Years of days as they are, and then what is told of files. */
  private static History history(int filesOfTheDay) {
    History history = new History();
    List<Observation> told = told(filesOfTheDay);
    for (int ago = 1; ago <= 800; ago++) {
      Instant day = START.minus(Duration.ofDays(ago));
      history.add(past("dyads/usa-irn/articles", day, 286 + ago % 5));
      history.add(past("dyads/usa-omn/events", day, 48));
      history.add(past("dyads/irn-omn/events", day, 48));
    }
    return history.add(told);
  }

  private static Observation past(String series, Instant day, double value) {
    return Observation.point(series, day, value)
        .knownAt(day.plus(Duration.ofDays(1)), KnownBasis.PUBLISHED);
  }

  /** Each file has an event of each pair that no other file of its half hour has. */
  private static List<Observation> told(int filesOfTheDay) {
    RollUp rollUp = new RollUp(DYADS);
    List<Observation> told = new ArrayList<>();
    FileStamp last = FileStamp.of(START);
    for (int i = 0; i < FileStamp.FILES_A_DAY * DAYS; i++) {
      int ofDay = i % FileStamp.FILES_A_DAY;
      if (i / FileStamp.FILES_A_DAY == OUTAGE - 1 && ofDay >= filesOfTheDay) {
        continue;
      }
      FileStamp stamp = FileStamp.of(START.plus(FileStamp.CADENCE.multipliedBy(i)));
      if (RollUp.isAcross(last, stamp)) {
        told.addAll(rollUp.across(last, stamp.knownAt()));
      }
      rollUp.add(
          RawFile.of(
                  stamp.text(),
                  news(stamp, "USA", "IRN", ofDay),
                  news(stamp, "USA", "OMN", ofDay),
                  news(stamp, "IRN", "OMN", ofDay))
              .read(DYADS.toArray(Dyad[]::new)));
      last = stamp;
    }
    return told;
  }

  private static GdeltLines news(FileStamp stamp, String first, String second, int ofDay) {
    return GdeltLines.report()
        .day(stamp.day().toString().replace("-", ""))
        .actors(first + (char) ('0' + ofDay / 2), second)
        .source("https://paper" + ofDay + ".org/x");
  }
}
