package org.muscat.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.Running;
import org.muscat.server.runtime.Session;
import org.muscat.spi.Observation;
import org.muscat.store.Delivery;
import org.muscat.store.Store;
import org.muscat.store.VintageBreak;

/** What the metrics say of data that cannot be believed, and of baselines that learn nothing. */
class DataQualityMetricsTest {

  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final int DAYS = 300;
  private static final String SERIES = "feed=drop, series=test/one, source=acme}";
  private static final String FROZEN =
      "muscat_baseline_frozen_since_timestamp_seconds{indicator=one, model=test, pillar=first,"
          + " theatre=north}";

  @TempDir Path folder;

  private Home home;
  private Running server;

  @BeforeEach
  void home() throws IOException {
    home = Home.in(folder);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void shouldNameTheSeriesThatWasToldAnewAndCallItSuspectUntilItIsReadWhole() throws IOException {
    Path file = home.feedOf("history", "PT1S", lines(20).toArray(String[]::new));
    server = Running.start(home.open(), Clock.systemUTC()).ready();
    await().until(() -> Double.valueOf(1).equals(scrape().value("muscat_feed_up{feed=drop}")));
    PromText before = scrape();

    List<String> spoilt = lines(90);
    spoilt.set(149, "fail");
    replace(file, spoilt);
    // The store knows the break a little before the feed does.
    await().until(() -> scrape().value("muscat_vintage_break_timestamp_seconds{" + SERIES) != null);
    PromText suspect = scrape();
    replace(file, lines(90));
    await().until(() -> scrape().value("muscat_series_suspect{" + SERIES) == null);
    PromText after = scrape();

    assertThat(before.series("muscat_series_suspect")).isEmpty();
    assertThat(before.series("muscat_vintage_break_timestamp_seconds")).isEmpty();
    assertThat(before.value("muscat_vintage_breaks_total{feed=drop}")).isZero();
    assertThat(suspect.value("muscat_series_suspect{" + SERIES)).isOne();
    double seen = suspect.value("muscat_vintage_break_timestamp_seconds{" + SERIES);
    assertThat(Instant.ofEpochSecond((long) seen))
        .isBetween(Instant.now().minus(10, ChronoUnit.MINUTES), Instant.now());
    assertThat(after.value("muscat_vintage_break_timestamp_seconds{" + SERIES)).isEqualTo(seen);
    assertThat(after.value("muscat_vintage_breaks_total{feed=drop}")).isOne();
  }

  /** The index asks for the source and the series only. */
  @Test
  void shouldCallASeriesSuspectWhenTheFeedThatSawItIsConfiguredNoMore() throws IOException {
    Session session = home.open();
    Store store = session.store();
    Home.points(store, "test/one", FIRST, 20, 30, 20, 30);
    Instant seen = FIRST.plus(3, ChronoUnit.DAYS);
    store
        .vintageBreaks()
        .add(List.of(new VintageBreak("test", 2, "renamed-since", "test/one", 60, 59, seen)));
    String suspect = "muscat_series_suspect{feed=renamed-since, series=test/one, source=test}";

    server = Running.start(session, Clock.fixed(seen, ZoneOffset.UTC)).ready();
    PromText before = scrape();
    Observation anew = Observation.point("test/one", FIRST, 60);
    store.append(new Delivery("test", 2, seen, List.of(anew), null));
    PromText after = scrape();

    assertThat(before.value(suspect)).isOne();
    assertThat(after.series("muscat_series_suspect")).isEmpty();
  }

  @Test
  void shouldSaySinceWhenABaselineIsFrozen() throws IOException {
    scoreWithABaselineFrozenSince("2025-01-03");

    assertThat(scrape().value(FROZEN))
        .isEqualTo((double) Instant.parse("2025-01-03T00:00:00Z").getEpochSecond());
    assertThat(scrape().series("muscat_baseline_frozen")).hasSize(1);
    assertThat(server.get("/api/v1/theatres/north/index").body())
        .contains("\"facts\":{\"frozen-since\":\"2025-01-03\"}");
  }

  @Test
  void shouldSayNothingOfABaselineWhoseDayItDoesNotUnderstand() throws IOException {
    scoreWithABaselineFrozenSince("last spring");

    assertThat(scrape().series("muscat_baseline_frozen")).isEmpty();
    assertThat(scrape().series("muscat_indicator_risk_ratio{indicator=one")).hasSize(1);
  }

  private void scoreWithABaselineFrozenSince(String day) throws IOException {
    home.model(
        "test",
        """
        model: test
        version: 1
        theatres: [{id: north}]
        pillars:
          first:
            weight: 1
            indicators:
              one: {indicator: last-value, config: {series: test/one, frozen-since: "%s"}}
              two: {indicator: last-value, config: {series: test/two}}
        """
            .formatted(day));
    Session session = home.open();
    for (String series : List.of("test/one", "test/two")) {
      Home.points(session.store(), series, FIRST, 20, 30, 20, 30);
    }
    Instant now = FIRST.plus(4, ChronoUnit.DAYS);
    server = Running.start(session, Clock.fixed(now, ZoneOffset.UTC)).ready();
  }

  private PromText scrape() {
    return PromText.parse(server.get("/metrics").body());
  }

  /** At once, as a feed may be reading. */
  private void replace(Path file, List<String> lines) throws IOException {
    Path next = Files.write(folder.resolve("next.csv"), lines);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<String> lines(int value) {
    Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(DAYS - 1, ChronoUnit.DAYS);
    return new ArrayList<>(
        IntStream.range(0, DAYS)
            .mapToObj(
                day -> "test/one," + first.plus(day, ChronoUnit.DAYS) + "," + (value + day % 7))
            .toList());
  }
}
