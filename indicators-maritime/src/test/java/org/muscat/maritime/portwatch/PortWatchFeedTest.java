package org.muscat.maritime.portwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Batch;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.testkit.Recorded;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubRequest;

/** What the feed observes when PortWatch answers well. */
class PortWatchFeedTest {

  private static final Map<String, String> IMPORTED =
      Map.of(
          "n_total", "transits/hormuz/all",
          "n_tanker", "transits/hormuz/tanker",
          "capacity_tanker", "capacity/hormuz/tanker",
          "capacity", "capacity/hormuz/all");

  private final ArcGis arcGis = new ArcGis();
  private Fetching fetching = new Fetching(Strait.HORMUZ);

  @AfterEach
  void close() {
    fetching.close();
  }

  @Test
  void shouldObserveEveryFieldOfADay() throws Exception {
    fetching.server.otherwise(arcGis.days(Strait.HORMUZ, "2025-06-01", 1));

    Batch batch = fetching.first();

    Instant day = Instant.parse("2025-06-01T00:00:00Z");
    assertThat(plain(batch))
        .containsExactlyInAnyOrder(
            Observation.point("transits/hormuz/all", day, 1),
            Observation.point("transits/hormuz/tanker", day, 1),
            Observation.point("transits/hormuz/cargo", day, 1),
            Observation.point("transits/hormuz/container", day, 1),
            Observation.point("transits/hormuz/dry-bulk", day, 1),
            Observation.point("transits/hormuz/general-cargo", day, 1),
            Observation.point("transits/hormuz/roro", day, 1),
            Observation.point("capacity/hormuz/all", day, 2000.5),
            Observation.point("capacity/hormuz/tanker", day, 1000));
    assertThat(batch.rejections()).isEmpty();
  }

  @Test
  void shouldAssumeWhenItsFirstHistoryWasPublished() throws Exception {
    fetching.server.otherwise(arcGis.days(Strait.HORMUZ, "2025-06-20", 4));

    Batch first = fetching.first();
    Batch second = fetching.after(first.nextCursor());

    assertThat(first.observations().get(0).knownAt())
        .contains(Instant.parse("2025-06-30T00:00:00Z"));
    assertThat(first.observations().get(0).knownBasis()).isEqualTo(KnownBasis.ASSUMED);
    assertThat(first.observations().get(3 * 9).knownAt()).isEmpty();
    assertThat(second.observations()).allMatch(point -> point.knownAt().isEmpty());
  }

  @ParameterizedTest
  @EnumSource(ArcGis.Dates.class)
  void shouldReadBothWaysOfWritingADate(ArcGis.Dates dates) throws Exception {
    fetching.server.otherwise(arcGis.writing(dates).days(Strait.HORMUZ, "2025-05-30", 3));

    assertThat(allCalls(fetching.first()))
        .containsExactly(
            Observation.point("transits/hormuz/all", Instant.parse("2025-05-30T00:00:00Z"), 1),
            Observation.point("transits/hormuz/all", Instant.parse("2025-05-31T00:00:00Z"), 2),
            Observation.point("transits/hormuz/all", Instant.parse("2025-06-01T00:00:00Z"), 3));
  }

  @Test
  void shouldReadAHistoryOfSeveralPages() throws Exception {
    fetching.server.otherwise(arcGis.days(Strait.HORMUZ, "2019-01-01", 2_300));

    Batch batch = fetching.first();

    assertThat(allCalls(batch)).hasSize(2_300);
    assertThat(offsets()).containsExactly("0", "1000", "2000");
    assertThat(batch.hasMore()).isFalse();
    assertThat(batch.nextCursor()).isEqualTo("hormuz=2025-04-18 began=2025-07-01T12:00:00Z");
  }

  @Test
  void shouldLoseNoDayWhenPagesAreSmallerThanAskedFor() throws Exception {
    fetching.server.otherwise(arcGis.capped(400).days(Strait.HORMUZ, "2021-01-01", 1_000));

    List<Observation> calls = allCalls(fetching.first());

    assertThat(calls).extracting(Observation::value).hasSize(1_000).doesNotHaveDuplicates();
    assertThat(offsets()).containsExactly("0", "400", "800");
  }

  @Test
  void shouldNotWaitForAnotherPageBehindAFullOneThatIsTheLast() throws Exception {
    fetching.server.otherwise(arcGis.days(Strait.HORMUZ, "2021-01-01", 1_000));

    assertThat(allCalls(fetching.first())).hasSize(1_000);
    assertThat(offsets()).containsExactly("0", "1000");
  }

  @Test
  void shouldAskAgainForTheLastNinetyDaysAndTellThemAllAgain() throws Exception {
    fetching.server.otherwise(arcGis.days(Strait.HORMUZ, "2024-01-01", 500));
    String cursor = fetching.first().nextCursor();

    Batch second = fetching.after(cursor);

    assertThat(cursor).isEqualTo("hormuz=2025-05-14 began=2025-07-01T12:00:00Z");
    assertThat(where(1)).isEqualTo("portid='chokepoint6' AND date >= DATE '2025-02-13'");
    assertThat(allCalls(second)).hasSize(91);
    assertThat(second.nextCursor()).isEqualTo(cursor);
  }

  @Test
  void shouldFetchOneStraitABatch() throws Exception {
    fetching.close();
    fetching = new Fetching(Strait.HORMUZ, Strait.SUEZ);
    fetching.server.otherwise(
        arcGis.days(Strait.HORMUZ, "2025-05-01", 10).days(Strait.SUEZ, "2025-05-01", 20));

    Batch first = fetching.first();
    Batch second = fetching.after(first.nextCursor());
    Batch third = fetching.after(second.nextCursor());

    assertThat(first.hasMore()).isTrue();
    assertThat(first.nextCursor())
        .isEqualTo("hormuz=2025-05-10 began=2025-07-01T12:00:00Z next=suez");
    assertThat(second.observations()).allMatch(p -> p.series().contains("/suez/"));
    assertThat(second.hasMore()).isFalse();
    assertThat(second.nextCursor())
        .isEqualTo("suez=2025-05-20 hormuz=2025-05-10 began=2025-07-01T12:00:00Z");
    assertThat(third.observations()).allMatch(p -> p.series().contains("/hormuz/"));
    assertThat(where(0)).isEqualTo("portid='chokepoint6'");
    assertThat(where(1)).isEqualTo("portid='chokepoint1'");
    assertThat(where(2)).startsWith("portid='chokepoint6' AND date >=");
  }

  @Test
  void shouldReadTheWholeHistoryOfAStraitThatIsNew() throws Exception {
    fetching.close();
    fetching = new Fetching(Strait.HORMUZ, Strait.MALACCA);
    fetching.server.otherwise(
        arcGis.days(Strait.HORMUZ, "2025-05-01", 10).days(Strait.MALACCA, "2024-05-01", 365));

    Batch malacca = fetching.after(fetching.after("hormuz=2025-05-10").nextCursor());

    assertThat(where(1)).isEqualTo("portid='chokepoint5'");
    assertThat(malacca.observations()).hasSize(365 * 9);
  }

  @Test
  void shouldReadTheRecordedAnswer() throws Exception {
    String recorded = Files.readString(Recorded.data("wire/portwatch-arcgis.json"));
    fetching.server.otherwise(request -> StubAnswer.json(recorded));

    Batch batch = fetching.first();

    Instant day = Instant.parse("2024-05-01T00:00:00Z");
    assertThat(plain(batch))
        .contains(
            Observation.point("transits/hormuz/all", day, 39),
            Observation.point("transits/hormuz/tanker", day, 15),
            Observation.point("capacity/hormuz/tanker", day, 620_000));
    assertThat(batch.observations()).hasSize(2 * 7);
    assertThat(batch.rejections())
        .extracting(Batch.Rejection::reason)
        .containsExactly("no row has the field 'n_cargo'", "no row has the field 'capacity'");
  }

  @Test
  void shouldObserveWhatTheImportOfTheSameHistoryGives() throws Exception {
    String file = "portwatch/hormuz_vintage-B_2026-07-06.csv";
    fetching.server.otherwise(serve(file));

    List<Observation> fetched = plain(fetching.first());

    for (Map.Entry<String, String> imported : IMPORTED.entrySet()) {
      List<Observation> expected =
          Recorded.column(
                  file, "date", imported.getKey(), imported.getValue(), UnaryOperator.identity())
              .stream()
              .filter(point -> !point.observedAt().isAfter(Fetching.NOW))
              .map(p -> Observation.point(p.series(), p.observedAt(), p.value()))
              .toList();
      assertThat(fetched.stream().filter(p -> p.series().equals(imported.getValue())))
          .hasSizeGreaterThan(2_000)
          .containsExactlyElementsOf(expected);
    }
  }

  private ArcGis serve(String file) throws IOException {
    List<String> lines = Files.readAllLines(Recorded.data(file));
    String[] header = lines.get(0).split(",");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      Map<String, String> fields = new LinkedHashMap<>();
      for (int i = 6; i < cells.length; i++) {
        fields.put(header[i], cells[i]);
      }
      arcGis.row(Strait.HORMUZ, cells[0], fields);
    }
    return arcGis;
  }

  private List<String> offsets() {
    return fetching.server.requests().stream()
        .map(request -> request.parameter("resultOffset").orElseThrow())
        .toList();
  }

  private String where(int request) {
    StubRequest asked = fetching.server.requests().get(request);
    return asked.parameter("where").orElseThrow();
  }

  private static List<Observation> allCalls(Batch batch) {
    return plain(batch).stream()
        .filter(point -> point.series().equals("transits/hormuz/all"))
        .toList();
  }

  /** Without the moments from which they count as known. */
  private static List<Observation> plain(Batch batch) {
    return batch.observations().stream()
        .map(p -> Observation.point(p.series(), p.observedAt(), p.value()))
        .toList();
  }
}
