package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.server.fixture.Home;
import org.muscat.store.Store;

/** {@code score} says how old the word of a strait is: publishers of transits are days behind. */
class StatusWordTableTest {

  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Home home;

  @BeforeEach
  void fill() throws IOException {
    home = Home.in(folder);
    try (Store store = Store.open(home.data().resolve("muscat.db"))) {
      Home.SERIES.forEach(series -> Home.points(store, series, FIRST, 10, 20, 30, 20));
      Home.points(store, "test/strait", FIRST, 90, 90);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-02T00:00:00Z, 0, 0 days old",
    "2025-01-02T23:59:59Z, 86399, 0 days old",
    "2025-01-03T00:00:00Z, 86400, 1 day old",
    "2025-01-04T12:00:00Z, 216000, 2 days old"
  })
  void shouldSayHowOldAWordIs(String asOf, long seconds, String age) throws IOException {
    String table = score("table", asOf);
    JsonNode word = new ObjectMapper().readTree(score("json", asOf)).at("/statusWords/0");

    assertThat(table)
        .contains(
            "\nThe strait-status: OPEN since 2025-01-01 (90.00 of baseline), as of 2025-01-02, "
                + age
                + "\n");
    assertThat(word.get("observedAt").asText()).isEqualTo("2025-01-02T00:00:00Z");
    assertThat(word.get("ageSeconds").asLong()).isEqualTo(seconds);
  }

  @Test
  void shouldSayNoAgeOfAWordThatIsNotKnown() throws IOException {
    String asOf = "2025-01-05T12:00:00Z";

    String table = score("table", asOf);
    JsonNode word = new ObjectMapper().readTree(score("json", asOf)).at("/statusWords/0");

    assertThat(table)
        .contains(
            "\nThe strait-status: unknown, last data of 2025-01-02T00:00:00Z are older than PT72H\n")
        .doesNotContain(" old\n");
    assertThat(word.get("ageSeconds").isNull()).isTrue();
  }

  private String score(String format, String asOf) throws IOException {
    out.getBuffer().setLength(0);
    MuscatCommand.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        "score",
        "--model",
        "test",
        "--theatre",
        "north",
        "--as-of",
        asOf,
        "--format",
        format,
        "--config",
        home.config().toString(),
        "--plugins",
        home.plugins().toString(),
        "--data",
        home.data().toString());
    assertThat(err.toString()).isEmpty();
    return out.toString();
  }
}
