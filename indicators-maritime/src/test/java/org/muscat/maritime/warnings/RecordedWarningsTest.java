package org.muscat.maritime.warnings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.muscat.maritime.geo.RefusedException;
import org.muscat.spi.HttpAnswer;
import org.muscat.spi.Observation;
import org.muscat.testkit.Recorded;

/** The reader on the recorded answer. */
class RecordedWarningsTest {

  private static final Instant NOW = Instant.parse("2023-05-01T00:00:00Z");

  @Test
  void shouldReadTheRecordedAnswer() throws Exception {
    List<Observation> warnings = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Object warning : recorded()) {
      try {
        warnings.add(WarningReader.read(warning, NOW));
      } catch (RefusedException e) {
        refused.add(String.valueOf(e.getMessage()));
      }
    }

    Map<String, Long> types =
        warnings.stream()
            .collect(Collectors.groupingBy(Observation::type, TreeMap::new, Collectors.counting()));
    assertThat(refused).isEmpty();
    assertThat(warnings).hasSize(454);
    assertThat(warnings.stream().filter(w -> w.attributes().containsKey("left-out")))
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.attributes())
                    .containsEntry(
                        "left-out", "minutes: 60.0 of '09-60.0N 060-31.9W' is not below 60 minutes")
                    .containsKey("latitude"));
    assertThat(warnings.stream().filter(w -> !w.attributes().containsKey("latitude"))).hasSize(14);
    assertThat(types.toString())
        .isEqualTo(
            "{aid-to-navigation=136, mines=2, missile-or-gunnery=6, other=296,"
                + " rocket-launching=14}");
  }

  @Test
  void shouldHoldTheCursorSmallAndReadItBack() throws Exception {
    Map<String, Observation> all = new TreeMap<>();
    for (Object warning : recorded().subList(0, 30)) {
      Observation event = WarningReader.read(warning, NOW);
      all.put(event.key(), event);
    }

    String cursor = InForce.of(all).toString();
    InForce again = InForce.parse(Optional.of(cursor));

    assertThat(cursor.length()).isLessThan(30 * 400);
    assertThat(all.values()).allMatch(again::holds);
    assertThat(again.ended(all.keySet(), NOW)).isEmpty();
    assertThat(again.ended(Set.of(), NOW)).allMatch(e -> e.attributes().containsKey("until"));
  }

  private static List<? extends Object> recorded() throws Exception {
    byte[] bytes =
        Files.readString(Recorded.data("wire/navarea-broadcast-warn.json")).getBytes(UTF_8);
    return Answer.read(HttpAnswer.of("recorded", 200, Map.of(), bytes, NOW, true)).warnings();
  }
}
