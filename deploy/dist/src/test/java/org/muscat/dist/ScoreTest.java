package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muscat.dist.RecordedStore.Import.DYADS;
import static org.muscat.dist.RecordedStore.Import.ENERGY;
import static org.muscat.dist.RecordedStore.Import.GDELT_2018;
import static org.muscat.dist.RecordedStore.Import.GDELT_2019;
import static org.muscat.dist.RecordedStore.Import.PORTWATCH;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores the Strait of Hormuz on recorded data, by the commands of the README. */
@Execution(ExecutionMode.CONCURRENT)
class ScoreTest {

  @TempDir private static Path whole;
  @TempDir private Path folder;

  private static RecordedStore recorded;

  @BeforeAll
  static void importEverything() throws IOException {
    recorded = RecordedStore.filled(whole).with(PORTWATCH, DYADS, GDELT_2018, GDELT_2019);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019-09-20", "2020-01-09", "2022-11-15", "2024-04-15"})
  void shouldExplainEveryScore(String day) throws IOException {
    JsonNode index = json(recorded, day);

    double value = index.at("/stability/value").asDouble();
    double contributions =
        index.at("/stability/structureContribution").asDouble(0)
            + index.at("/stability/responseContribution").asDouble();
    for (JsonNode pillar : index.get("pillars")) {
      for (JsonNode indicator : pillar.get("indicators")) {
        contributions += indicator.get("contribution").asDouble(0);
      }
    }
    assertThat(value + contributions).isCloseTo(100, within(1e-10));
    assertThat(index.at("/stability/lower").asDouble()).isLessThan(value);
    assertThat(index.at("/stability/upper").asDouble()).isGreaterThan(value);
    assertThat(index.get("asOf").asText()).isEqualTo(day + "T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019-09-20", "2020-01-09", "2022-11-15", "2024-04-15"})
  void shouldPrintWhatTheDocumentationShows(String day) throws IOException {
    String page = Files.readString(Path.of("..", "..", "docs", "scores-2019-2024.md"));

    String printed = recorded.score(day, "table").out().strip();

    String indented =
        printed
            .lines()
            .map(line -> line.isEmpty() ? "" : "    " + line)
            .collect(Collectors.joining("\n"));
    assertThat(page).contains(indented);
  }

  @Test
  void shouldReadTheAttackOnAbqaiqAsStress() throws IOException {
    double before = stability(json(recorded, "2019-09-13"));
    double after = stability(json(recorded, "2019-09-20"));

    // Of ten points that the pillars fall, the framework of the day leaves seven and a half.
    assertThat(after).isLessThan(before - 7.5);
  }

  @Test
  void shouldGiveTheSameBytesWhetherLaterRowsAreKnownOrNot() throws IOException {
    RecordedStore early = new RecordedStore(folder);
    List<RecordedStore.Import> imports = new ArrayList<>(ENERGY);
    imports.addAll(List.of(PORTWATCH, DYADS));
    for (RecordedStore.Import one : imports) {
      early.with(one, until("2019-09-19", one.recorded()));
    }
    early.with(GDELT_2018).withChronicle();

    String known = early.score("2019-09-20", "json").out();

    assertThat(known).isEqualTo(recorded.score("2019-09-20", "json").out());
  }

  @Test
  void shouldNotBeCalmerBecauseGdeltWentSilent() throws IOException {
    RecordedStore silent =
        RecordedStore.filled(folder)
            .with(PORTWATCH)
            .with(DYADS, until("2019-09-12", DYADS.recorded()));

    Map<String, JsonNode> days = recorded.scores("2019-10-01", "2019-11-20", "P10D");
    Map<String, JsonNode> silentDays = silent.scores("2019-10-01", "2019-11-20", "P10D");
    assertThat(days).hasSize(6);
    for (String day : days.keySet()) {
      JsonNode without = silentDays.get(day);
      JsonNode with = days.get(day);

      assertThat(without.get("coverage").asDouble()).isLessThan(with.get("coverage").asDouble());
      assertThat(without.at("/stability/sigma").asDouble())
          .isGreaterThan(with.at("/stability/sigma").asDouble());
      // The rule is about what the index follows; the index itself lags.
      assertThat(without.at("/stability/target").asDouble())
          .isLessThanOrEqualTo(overLiveInputs(without) + 1e-9);
    }
  }

  @Test
  void shouldWidenWhenGdeltWasNeverThere() throws IOException {
    RecordedStore never = RecordedStore.filled(folder).with(PORTWATCH);

    for (String day : List.of("2019-09-20", "2020-01-09", "2022-11-15")) {
      JsonNode without = json(never, day);
      JsonNode with = json(recorded, day);

      assertThat(without.get("coverage").asDouble()).isLessThan(with.get("coverage").asDouble());
      assertThat(without.at("/stability/lower").asDouble()).isNotNegative();
      assertThat(without.at("/stability/sigma").asDouble())
          .isGreaterThan(with.at("/stability/sigma").asDouble());
    }
  }

  @Test
  void shouldRefuseWithoutTwoPillars() throws IOException {
    RecordedStore diplomacyAlone = new RecordedStore(folder).with(DYADS).withChronicle();

    MuscatProcess.Ended table = diplomacyAlone.score("2022-11-15", "table");
    MuscatProcess.Ended json = diplomacyAlone.score("2022-11-15", "json");
    MuscatProcess.Ended metrics = diplomacyAlone.score("2022-11-15", "openmetrics");

    assertThat(table.exitCode()).isEqualTo(3);
    assertThat(table.out()).contains("No score: ").contains("energy, maritime");
    assertThat(json.exitCode()).isEqualTo(3);
    assertThat(new ObjectMapper().readTree(json.out()).get("stability").isNull()).isTrue();
    assertThat(metrics.exitCode()).isEqualTo(3);
    assertThat(metrics.out())
        .doesNotContain("muscat_stability_ratio{")
        .doesNotContain("muscat_contribution_ratio{")
        .contains("muscat_index_status=\"refused\"} 1")
        .endsWith("# EOF\n");
  }

  @Test
  void shouldSayTheSameInProcessesOfTheirOwn() throws IOException, InterruptedException {
    MuscatProcess.Ended imported = MuscatProcess.run(folder, "import", "--feed", "chronicle");
    MuscatProcess.Ended scored =
        MuscatProcess.run(
            whole,
            "score",
            "--model",
            "gulf",
            "--theatre",
            "hormuz",
            "--as-of",
            "2019-09-20T00:00:00Z",
            "--format",
            "table");

    assertThat(imported.exitCode()).as(imported.err()).isZero();
    assertThat(imported.out()).contains(" stored, ", " 0 rejected");
    assertThat(scored).isEqualTo(recorded.score("2019-09-20", "table"));
  }

  @Test
  void shouldEndWithADistinctCodeForEachMistake() throws IOException, InterruptedException {
    assertThat(recorded.score("yesterday", "json").exitCode()).isEqualTo(2);
    assertThat(
            MuscatProcess.run(
                    whole,
                    "score",
                    "--model",
                    "gulf",
                    "--as-of",
                    "2019-09-20T00:00:00Z",
                    "--fail-below",
                    "100")
                .exitCode())
        .isEqualTo(5);
    assertThat(MuscatProcess.run(whole, "score", "--model", "atlantis").exitCode()).isEqualTo(2);
    Path broken = Files.writeString(folder.resolve("broken.yaml"), "modles: [x]\nfeeds: 3\n");
    MuscatProcess.Ended config =
        MuscatProcess.run(whole, "score", "--model", "gulf", "--config", broken.toString());
    assertThat(config.exitCode()).isEqualTo(78);
    assertThat(config.err())
        .contains("broken.yaml:1: ", "did you mean 'models'?", "broken.yaml:2: ")
        .doesNotContain("\tat ");
  }

  /** What the score would be without holding what is missing at its last value. */
  private static double overLiveInputs(JsonNode index) {
    double logarithm = 0;
    double weights = 0;
    for (JsonNode pillar : index.get("pillars")) {
      double weight = 0;
      double stable = 0;
      int live = 0;
      for (JsonNode indicator : pillar.get("indicators")) {
        if (!indicator.get("quality").asText().equals("missing")) {
          live++;
          weight += indicator.get("weight").asDouble();
          stable += indicator.get("weight").asDouble() * (100 - indicator.get("risk").asDouble());
        }
      }
      if (live >= 2 && weight >= 0.5 - 1e-12) {
        weights += pillar.get("weight").asDouble();
        logarithm += pillar.get("weight").asDouble() * Math.log(Math.max(1, stable / weight));
      }
    }
    return Math.exp(logarithm / weights);
  }

  /** A recorded file up to a day: what a store held that knew nothing later. */
  private Path until(String day, Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> early = new ArrayList<>(lines.subList(0, 1));
    lines.stream()
        .skip(1)
        .filter(line -> line.substring(0, 10).compareTo(day) <= 0)
        .forEach(early::add);
    return Files.write(folder.resolve(file.getFileName()), early);
  }

  private static double stability(JsonNode index) {
    return index.at("/stability/value").asDouble();
  }

  private static JsonNode json(RecordedStore store, String day) throws IOException {
    MuscatProcess.Ended ended = store.score(day, "json");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return new ObjectMapper().readTree(ended.out());
  }
}
