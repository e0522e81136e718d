package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * GDELT was down from 2025-06-14 on, in the midst of a war. Its files are made up here, all else is
 * recorded: what the index says in the hole, and what it would have said had the files gone on.
 */
class GdeltHoleTest {

  private static final Instant FIRST = Instant.parse("2025-06-06T00:00:00Z");
  private static final Instant HOLE = Instant.parse("2025-06-15T00:00:00Z");
  private static final Instant END = Instant.parse("2025-06-25T00:00:00Z");

  /** The first is within three days of the last file. */
  private static final List<String> DAYS = List.of("2025-06-17", "2025-06-20", "2025-06-24");

  @TempDir private Path folder;

  @Test
  void shouldWidenAndNeverCalm() throws IOException {
    RecordedStore store = RecordedStore.filled(folder);
    store.with(gdelt(), GdeltBombs.files(folder.resolve("until"), FIRST, HOLE));
    Map<String, JsonNode> inTheHole = days(store);
    JsonNode before = inTheHole.get("2025-06-15");
    store.with(gdelt(), GdeltBombs.files(folder.resolve("after"), HOLE, END));
    Map<String, JsonNode> whole = days(store);

    for (String day : DAYS) {
      JsonNode hole = inTheHole.get(day);
      JsonNode wentOn = whole.get(day);

      assertThat(sigma(hole)).as(day).isGreaterThan(sigma(wentOn));
      assertThat(stability(hole)).as(day).isLessThanOrEqualTo(stability(before));
      for (String indicator : List.of("tension", "talks-balance")) {
        assertThat(risk(before, indicator)).isGreaterThan(50);
        assertThat(risk(hole, indicator))
            .as(day + " " + indicator)
            .isGreaterThanOrEqualTo(risk(before, indicator) - 1e-9);
      }
    }
    assertThat(inTheHole.get("2025-06-24").get("reason").asText()).contains("tension");
    assertThat(inTheHole.get("2025-06-24").get("status").asText()).isEqualTo("held");
  }

  private static RecordedStore.Import gdelt() {
    return new RecordedStore.Import(
        "", List.of("--feed", "gdelt-files", "--source", "gdelt", "--set", "dyads=[USA-IRN]"));
  }

  /** Live, or held at its last value. */
  private static double risk(JsonNode index, String id) {
    for (JsonNode pillar : index.get("pillars")) {
      for (JsonNode indicator : pillar.get("indicators")) {
        if (indicator.get("id").asText().equals(id)) {
          return indicator.get("risk").asDouble();
        }
      }
    }
    throw new AssertionError("no indicator " + id);
  }

  private static double stability(JsonNode index) {
    return index.at("/stability/value").asDouble(Double.NaN);
  }

  private static double sigma(JsonNode index) {
    return index.at("/stability/sigma").asDouble();
  }

  /** What was known on each day; the last file before the hole is of the first. */
  private static Map<String, JsonNode> days(RecordedStore store) throws IOException {
    Map<String, JsonNode> days = store.scores("2025-06-15", DAYS.get(DAYS.size() - 1), "P1D");
    assertThat(days).hasSize(10);
    return days;
  }
}
