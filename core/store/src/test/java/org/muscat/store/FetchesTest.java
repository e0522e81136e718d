package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.store.Days.day;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.muscat.spi.Observation;

@ParameterizedClass
@EnumSource(Kind.class)
class FetchesTest {

  private static final String FEED = "portwatch";

  @Parameter private Kind kind;

  private TestDatabase database;
  private Store store;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = kind.fresh(folder);
    store = database.open();
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  @Test
  void shouldKnowNothingOfAFeedThatWasNeverFetched() {
    assertThat(store.fetches().health(FEED)).isEqualTo(FetchHealth.NEVER_FETCHED);
    assertThat(store.fetches().newest(FEED, 5)).isEmpty();
  }

  @Test
  void shouldKeepEverythingOfAFetch() {
    FetchRecord.End end = failure(2, "RATE_LIMITED", "line\nbreak", day(3));

    long id = fetch(1, end);

    assertThat(store.fetches().newest(FEED, 5))
        .containsExactly(new FetchRecord(id, FEED, "web", day(1), end));
    assertThat(store.fetches().newest(FEED, 1).get(0).took()).contains(Duration.ofDays(1));
  }

  @Test
  void shouldCountTheFailuresSinceTheLastSuccess() {
    fetch(1, failure(1, "UNREACHABLE", "no", null));
    fetch(2, success(2));
    fetch(3, failure(3, "UNREACHABLE", "no", null));
    fetch(4, failure(4, "RATE_LIMITED", "later", day(9)));

    FetchHealth health = store.fetches().health(FEED);

    assertThat(health.failures()).isEqualTo(2);
    assertThat(health.lastSuccess()).contains(day(2));
    assertThat(health.lastCompletion()).contains(day(4));
    assertThat(health.notBefore()).isEqualTo(day(9));
    assertThat(health.newestFetch().orElseThrow().ended().orElseThrow().reason())
        .isEqualTo("RATE_LIMITED");
  }

  @Test
  void shouldSumUpWhatEndedInSomeTime() {
    fetch(1, failure(1, "UNREACHABLE", "no", null));
    fetch(2, success(2));
    fetch(3, failure(3, "UNREACHABLE", "no", null));
    fetch(4, failure(4, "RATE_LIMITED", "later", day(9)));
    fetch(5, success(5));
    store.fetches().begin(FEED, "web", day(4));

    FetchSummary summary = only(store.fetches().summary(day(1), day(4)));

    assertThat(summary.instance()).isEqualTo(FEED);
    assertThat(summary.feed()).isEqualTo("web");
    assertThat(summary.fetches()).isEqualTo(3);
    assertThat(summary.failures()).isEqualTo(Map.of("UNREACHABLE", 1L, "RATE_LIMITED", 1L));
    assertThat(summary.failed()).isEqualTo(2);
    assertThat(summary.lastSuccess()).contains(day(2));
    assertThat(only(store.fetches().summary(day(2), day(4))).lastSuccess()).isEmpty();
    assertThat(store.fetches().summary(day(5), day(9))).isEmpty();
  }

  @Test
  void shouldTellWhichKindsOfFeedsBroughtASeries() {
    long fetch = store.fetches().begin(FEED, "web", day(1));
    store.append(
        new Delivery("imf", 1, day(2), List.of(Observation.point("a/b", day(1), 1)), null, fetch));
    store.append(
        new Delivery("hand", 1, day(2), List.of(Observation.point("a/b", day(1), 2)), null));

    assertThat(store.fetches().kinds(List.of("a/b", "a/c"), day(2)))
        .isEqualTo(Map.of(new Origin("a/b", "imf"), Set.of("web")));
    assertThat(store.fetches().kinds(List.of("a/b"), day(1))).isEmpty();
  }

  private static FetchSummary only(List<FetchSummary> summaries) {
    assertThat(summaries).hasSize(1);
    return summaries.get(0);
  }

  @Test
  void shouldBeWellAgainAfterASuccess() {
    fetch(1, failure(1, "RATE_LIMITED", "later", day(9)));
    fetch(2, success(2));

    FetchHealth health = store.fetches().health(FEED);

    assertThat(health.failures()).isZero();
    assertThat(health.notBefore()).isNull();
    assertThat(health.lastSuccess()).contains(day(2));
  }

  @Test
  void shouldNotCountAFetchThatNeverEnded() {
    fetch(1, success(1));
    store.fetches().begin(FEED, "web", day(2));

    assertThat(store.fetches().health(FEED).lastCompletion()).contains(day(1));
    assertThat(store.fetches().newest(FEED, 1).get(0).ended()).isEmpty();
  }

  @Test
  void shouldTellFeedsApart() {
    fetch(1, success(1));

    assertThat(store.fetches().health("other")).isEqualTo(FetchHealth.NEVER_FETCHED);
  }

  @Test
  void shouldNotChangeHowAFetchEnded() {
    long id = fetch(1, success(1));

    assertThatThrownBy(() -> store.fetches().end(id, failure(2, "UNREACHABLE", "no", null)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("never changed");
  }

  private long fetch(double day, FetchRecord.End end) {
    long id = store.fetches().begin(FEED, "web", day(day));
    store.fetches().end(id, end);
    return id;
  }

  private static FetchRecord.End success(double day) {
    return new FetchRecord.End(day(day), "", "", 1, 2, 3, 4, 5, null);
  }

  private static FetchRecord.End failure(
      double day, String reason, String detail, @Nullable Instant notBefore) {
    return new FetchRecord.End(day(day), reason, detail, 0, 0, 0, 1, 0, notBefore);
  }
}
