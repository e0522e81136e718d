package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.store.Store;

/** {@code score} of a model that judges a regime, after enough days for a margin. */
class RegimeTableTest {

  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final int DAYS = 45;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Home home;

  @BeforeEach
  void fill() throws IOException {
    home = Home.in(folder).model("test", Home.MODEL + Home.REGIME);
    try (Store store = Store.open(home.data().resolve("muscat.db"))) {
      for (String series : Home.SERIES) {
        Home.points(
            store, series, FIRST, IntStream.range(0, DAYS).mapToDouble(i -> 36 + i % 3).toArray());
      }
      Home.points(
          store, "test/strait", FIRST, IntStream.range(0, DAYS).mapToDouble(i -> 1).toArray());
    }
  }

  @Test
  void shouldWriteRegimeFlagsMarginAndTheNearestTripWires() throws IOException {
    assertThat(score("table")).as(err.toString()).isZero();

    assertThat(out.toString())
        .contains("\nRegime DRIFT since 2025-01-01: ")
        .contains("\nFlags raised: none; undecided: MEDIATED\n")
        .containsPattern(
            "\nMargin (MODERATE|AMPLE|THIN): the pillars together, 62\\.0, are \\d+\\.\\d sigma"
                + " above 55\\.0; band GUARDED\n")
        .containsPattern("\n  trips with three at \\d\\d\\.\\d\\d points \\(now 38\\.00\\)\n");
    assertThat(out.toString().lines().filter(line -> line.startsWith("  trips with "))).hasSize(3);
  }

  @Test
  void shouldOrderTripWiresFromTheNearestAndTripThere() throws IOException {
    score("json");
    JsonNode index = new ObjectMapper().readTree(out.toString());

    List<Double> moves = new ArrayList<>();
    for (JsonNode wire : index.get("tripWires")) {
      assertThat(wire.get("reason").asText()).isEmpty();
      moves.add(wire.get("stability").asDouble() - wire.get("trippingStability").asDouble());
      // On the linear scale of the test plugin a reading is the risk.
      assertThat(wire.get("trippingReading").asDouble())
          .isCloseTo(100 - wire.get("trippingStability").asDouble(), within(1e-9));
    }
    assertThat(moves).hasSize(4).isSorted();
    assertThat(index.at("/tripWires/0/indicator").asText()).isEqualTo("three");
    assertThat(index.at("/margin/threshold").asDouble()).isEqualTo(55);
    assertThat(index.at("/margin/distance").asDouble()).isCloseTo(7, within(1e-9));
    assertThat(index.at("/margin/reason").asText()).isEmpty();
    assertThat(index.at("/margin/touchProbability/days").asDouble()).isEqualTo(14);
    assertThat(index.at("/margin/touchProbability/reason").asText())
        .contains("no reliability test");
  }

  private int score(String format) throws IOException {
    return MuscatCommand.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        "score",
        "--model",
        "test",
        "--theatre",
        "north",
        "--as-of",
        FIRST.plusSeconds((DAYS - 1) * 86_400L).toString(),
        "--format",
        format,
        "--config",
        home.config().toString(),
        "--plugins",
        home.plugins().toString(),
        "--data",
        home.data().toString());
  }
}
