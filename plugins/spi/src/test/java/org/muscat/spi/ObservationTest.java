package org.muscat.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationTest {

  private static final Instant DAY = Instant.parse("2024-03-01T00:00:00Z");

  @Test
  void shouldSpeakForTheFeedUnlessItNamesASource() {
    Observation point = Observation.point("freight/td3c", DAY, 55.5);

    assertThat(point.source()).isEmpty();
    assertThat(point.from("baltic-exchange").source()).contains("baltic-exchange");
  }

  @Test
  void shouldKeepTheRestWhenItNamesASource() {
    Observation event =
        Observation.event("events/gulf/talks", "muscat-1", DAY, "contact", 1, Map.of("at", "MCT"))
            .knownAt(DAY.plusSeconds(60), KnownBasis.PUBLISHED);

    Observation said = event.from("irna").knownAt(DAY, KnownBasis.ASSUMED);

    assertThat(said.source()).contains("irna");
    assertThat(said.knownAt()).contains(DAY);
    assertThat(said.attributes()).isEqualTo(event.attributes());
    assertThat(said.type()).isEqualTo("contact");
  }

  @Test
  void shouldDifferByWhoSaidIt() {
    Observation point = Observation.point("freight/td3c", DAY, 55.5);

    assertThat(point.from("one")).isEqualTo(point.from("one")).hasSameHashCodeAs(point.from("one"));
    assertThat(point.from("one")).isNotEqualTo(point.from("two")).isNotEqualTo(point);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Baltic Exchange", "two--hyphens", "-a", "9a"})
  void shouldRefuseASourceThatIsNoId(String source) {
    Observation point = Observation.point("freight/td3c", DAY, 55.5);

    assertThatThrownBy(() -> point.from(source))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("source '" + source + "'");
  }
}
