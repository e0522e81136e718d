package org.muscat.diplomacy.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.contract.MuscatAssertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;

/** Two versions of a file, which a store keeps side by side. */
class FrameworkVersionsTest {

  private static final String SINCE_JANUARY = "1 since 2020-01-01: Something changed.";

  private static final List<Observation> FIRST =
      Frameworks.days("2020-01-01", "2020-12-31")
          .level(Component.IAEA_ACCESS, "2020-01-01", "1")
          .level(Component.IAEA_ACCESS, "2020-02-10", "0")
          .othersAtNought()
          .observations();

  /** Only the level of 2020-02-10 is left out, all the others are repeated. */
  private static final List<Observation> SECOND =
      Frameworks.days("2020-01-01", "2020-12-31")
          .version(2)
          .level(Component.IAEA_ACCESS, "2020-01-01", "1")
          .othersAtNought()
          .observations();

  /** What a store tells an observation by, and when it was known: only one content may have it. */
  private record Told(String series, Instant observedAt, String key, Instant knownAt) {

    static Told of(Observation one) {
      return new Told(one.series(), one.observedAt(), one.key(), one.knownAt().orElseThrow());
    }
  }

  @Test
  void shouldNotContradictAnEarlierVersion() {
    Map<Told, Observation> earlier = FIRST.stream().collect(Collectors.toMap(Told::of, one -> one));

    List<Observation> contradicting = new ArrayList<>();
    for (Observation one : SECOND) {
      if (!earlier.getOrDefault(Told.of(one), one).equals(one)) {
        contradicting.add(one);
      }
    }

    assertThat(contradicting).isEmpty();
  }

  @Test
  void shouldReadTheNewestVersionWhicheverWasToldFirst() {
    History inOrder = new History().add(FIRST).add(SECOND);
    History reversed = new History().add(SECOND).add(FIRST);

    assertThat(read(new History().add(FIRST))).isMeasured(0);
    assertThat(read(inOrder)).isMeasured(.25).hasFact("iaea-access", SINCE_JANUARY);
    assertThat(read(reversed)).isMeasured(.25).hasFact("iaea-access", SINCE_JANUARY);
  }

  private static Reading read(History history) {
    return history.read(
        new FrameworkIndexProvider(),
        new FrameworkIndexConfig("gulf", Duration.ofDays(30)),
        Instant.parse("2020-03-01T00:00:00Z"));
  }
}
