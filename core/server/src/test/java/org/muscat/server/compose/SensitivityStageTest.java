package org.muscat.server.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.server.config.ConfigException;

class SensitivityStageTest {

  private static final String META =
      """
      Level,iCode,Direction,Weight,Parent,Type
      1,tension,-1,1,stability,Indicator
      1,talks,1,1,stability,Indicator
      2,stability,1,1,NA,Aggregate
      """;

  private static final String DATA =
      """
      uCode,tension,talks
      irn,20,
      omn,0,8
      qat,10,5
      usa,19,9
      """;

  private static final String BEFORE =
      """
      stages:
        - {impute: mean}
        - {normalise: min-max, lower: 1, upper: 100}
        - {aggregate: arithmetic}
      """;

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    write("meta.csv", META);
    write("panel.csv", DATA);
  }

  @Test
  void shouldTellWhatTheRanksRestOn() throws IOException {
    // By min-max omn is first, then usa, irn and qat; by ranks irn and qat change places.
    run(
        "- {sensitivity: exact, coverage: 0.5, alternatives: {normalise: [{normalise: min-max},"
            + " {normalise: rank}]}}");

    assertThat(lines("sensitivity-indices"))
        .containsExactly(
            "Factor,Alternatives,First,FirstLower,FirstUpper,Total,TotalLower,TotalUpper",
            "normalise,2,1.0,NA,NA,1.0,NA,NA");
    assertThat(lines("sensitivity-response"))
        .containsExactly("Runs,Composed,Mean,Variance", "2,2,0.25,0.0625");
    assertThat(lines("sensitivity-ranks"))
        .containsExactly(
            "uCode,Nominal,Mean,Median,Lower,Upper,Runs",
            "irn,3,3.5,3.5,3.25,3.75,2",
            "omn,1,1.0,1.0,1.0,1.0,2",
            "qat,4,3.5,3.5,3.25,3.75,2",
            "usa,2,2.0,2.0,2.0,2.0,2");
  }

  @Test
  void shouldGoTheWayOfTheStagesFromTheFirstThatHasAlternatives() throws IOException {
    run("- {sensitivity: exact, alternatives: {impute: [{impute: none}, {impute: mean}]}}");

    // Without a value for talks, irn has the score of its tension alone, and that is the last.
    assertThat(lines("sensitivity-indices").get(1)).isEqualTo("impute,2,1.0,NA,NA,1.0,NA,NA");
    assertThat(lines("sensitivity-response").get(1)).isEqualTo("2,2,0.25,0.0625");
  }

  @Test
  void shouldExplainNothingWhereNoRankChanges() throws IOException {
    run(
        "- {sensitivity: exact, alternatives: {aggregate: [{aggregate: arithmetic}, {aggregate:"
            + " harmonic}]}}");

    assertThat(lines("sensitivity-indices").get(1)).isEqualTo("aggregate,2,NA,NA,NA,NA,NA,NA");
    assertThat(lines("sensitivity-response").get(1)).isEqualTo("2,2,0.0,0.0");
  }

  @Test
  void shouldDrawAlternativesFromTheSeed() throws IOException {
    String stage =
        "- {sensitivity: monte-carlo, runs: 100, seed: SEED, first-order: jansen, resamples: 50,"
            + " alternatives: {weights: {noise: 0.9, count: 20, seed: 1}, normalise: [{normalise:"
            + " rank}, {normalise: min-max, lower: 1, upper: 2}]}}";

    run(stage.replace("SEED", "1"));
    List<String> once = lines("sensitivity-indices");
    run(stage.replace("SEED", "1"));
    assertThat(lines("sensitivity-indices")).isEqualTo(once);
    run(stage.replace("SEED", "2"));
    assertThat(lines("sensitivity-indices")).isNotEqualTo(once);

    assertThat(once.get(1)).startsWith("normalise,2,").doesNotContain("NA");
    assertThat(once.get(2)).startsWith("weights,20,");
    assertThat(lines("sensitivity-response").get(1)).startsWith("100,");
    assertThat(lines("sensitivity-ranks").get(1)).endsWith(",50");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{sensitivity: sobol, alternatives: {}} | there is no method 'sobol' to sensitivity",
        "{sensitivity: exact} | option 'alternatives' is missing; it has some of [impute, treat,",
        "{sensitivity: exact, alternatives: {}} | nothing has two alternatives",
        "{sensitivity: exact, alternative: {}} | unknown option 'alternative', did you mean 'alternatives'?",
        "{sensitivity: exact, seed: 1, alternatives: {}} | 'seed' has no meaning for the method 'exact'",
        "{sensitivity: exact, coverage: 90, alternatives: {}} | the coverage is 90.0",
        "{sensitivity: exact, alternatives: {screen: []}} | unknown option 'screen'",
        "{sensitivity: exact, alternatives: {treat: winsorise}} | 'winsorise' is not a list",
        "{sensitivity: exact, alternatives: {treat: [winsorise, log]}} | 'winsorise' is no stage, such as {treat: method}",
        "{sensitivity: exact, alternatives: {aggregate: [{aggregate: harmonic}]}} | 'aggregate' needs a list of two alternatives or more",
        "{sensitivity: exact, alternatives: {aggregate: [{aggregate: harmonic}, {normalise: rank}]}} | option 'aggregate' is missing",
        "{sensitivity: exact, alternatives: {normalise: [{normalise: rank}, {normalise: min-max, uper: 2}]}} | unknown option 'uper', did you mean 'upper'?",
        "{sensitivity: exact, alternatives: {normalise: [{normalise: rank}, {normalise: min-max, lower: 2, upper: 1}]}} | lower must be below upper",
        "{sensitivity: exact, alternatives: {weights: {noise: 2, count: 10, seed: 1}}} | the noise is 2.0, not a share",
        "{sensitivity: exact, alternatives: {weights: {noise: 0.2, count: 1, seed: 1}}} | '1' is not a whole number from 2 on",
        "{sensitivity: exact, alternatives: {weights: {noise: 0.2, count: 10}}} | option 'seed' is missing",
        "{sensitivity: exact, alternatives: {weights: {noise: 0.2, count: 10, seed: 1, levels: [all]}}} | 'all' is no level, such as 2",
        "{sensitivity: exact, alternatives: {weights: {noise: 0.2, count: 10, seed: 1, levels: [2]}}} | there are no weights on level 2",
        "{sensitivity: exact, alternatives: {treat: [{treat: log}, {treat: winsorise}]}} | so there must be one stage 'treat' before, not 0",
        "{sensitivity: exact, alternatives: {normalise: [{normalise: rank}, {normalise: min-max, lower: 0}], aggregate: [{aggregate: arithmetic}, {aggregate: geometric}]}} | with alternative 2 of 'normalise', alternative 2 of 'aggregate': cannot aggregate 'stability' of 'irn'",
        "{sensitivity: monte-carlo, alternatives: {}} | option 'runs' is missing",
        "{sensitivity: monte-carlo, runs: 9, alternatives: {}} | option 'seed' is missing",
        "{sensitivity: monte-carlo, runs: 9, seed: 1, first-order: sobol, alternatives: {}} | 'sobol' is none of centred and jansen",
        "{sensitivity: monte-carlo, runs: 5, seed: 1, alternatives: {weights: {noise: 0.2, count: 10, seed: 1}}} | 5 runs are too few for 1 factors, which need 6 at least"
      })
  void shouldNameWhatIsWrong(String stage, String message) {
    assertThatThrownBy(() -> run("- " + stage))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("spec.yaml:5")
        .hasMessageContaining(message);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void shouldComeOnceAndBehindTheAggregate() {
    String stage =
        "- {sensitivity: exact, alternatives: {weights: {noise: 0.2, count: 3, seed: 1}}}";

    assertThatThrownBy(() -> run(stage + "\n  " + stage))
        .hasMessageContaining("spec.yaml:6")
        .hasMessageContaining("'sensitivity' comes once");
    assertThatThrownBy(() -> compose("stages:\n  " + stage + "\n"))
        .hasMessageContaining("spec.yaml:2")
        .hasMessageContaining("it needs an 'aggregate' before it");
  }

  private void run(String stage) throws IOException {
    compose(BEFORE + "  " + stage + "\n");
  }

  private void compose(String spec) throws IOException {
    write("spec.yaml", spec);
    Compose.run(
        folder.resolve("panel.csv"),
        folder.resolve("meta.csv"),
        folder.resolve("spec.yaml"),
        folder.resolve("out"));
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(file + ".csv"));
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
