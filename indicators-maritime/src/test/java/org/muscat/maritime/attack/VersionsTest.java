package org.muscat.maritime.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Event;
import org.muscat.testkit.Recorded;

class VersionsTest {

  private static final Event FIRST = event("7", "2024-01-01", "2024-01-03", Map.of());

  @Test
  void shouldTakeTheVersionThatWasKnownLatestWhateverItsDate() {
    Event later = event("7", "2024-01-02", "2024-01-05", Map.of());
    Event earlier = event("7", "2023-12-30", "2024-01-06", Map.of());

    assertThat(Versions.latest(List.of(FIRST, later))).containsExactly(later);
    assertThat(Versions.latest(List.of(earlier, FIRST, later))).containsExactly(earlier);
  }

  @Test
  void shouldTakeTheUpdateOfTwoThatAreKnownAtOnce() {
    Event update = event("7", "2023-12-30", "2024-01-03", Map.of("update", "9"));

    assertThat(Versions.latest(List.of(update, FIRST))).containsExactly(update);
  }

  @Test
  void shouldLeaveOtherKeysAlone() {
    Event other = event("8", "2024-01-01", "2024-01-03", Map.of());

    assertThat(Versions.latest(List.of(FIRST, other))).containsExactly(FIRST, other);
  }

  @Test
  void shouldNotTakeTheSameNumberOfAnotherYearForAVersion() {
    Event nextYear = event("7", "2024-11-01", "2024-11-02", Map.of());

    assertThat(Versions.latest(List.of(FIRST, nextYear))).containsExactly(FIRST, nextYear);
  }

  private static Event event(
      String key, String day, String knownAt, Map<String, String> attributes) {
    Instant observedAt = Recorded.day(day);
    return new Event(key, observedAt, Recorded.day(knownAt), "attack", 1, attributes);
  }
}
