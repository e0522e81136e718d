package org.muscat.server.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.server.config.ConfigException;

class ComposeTest {

  private static final String META =
      """
      Level,iCode,Direction,Weight,Parent,Type,Target,goalpost_lower,goalpost_upper
      1,tension,-1,1,diplomacy,Indicator,0,0,20
      1,talks,1,3,diplomacy,Indicator,9,0,10
      2,diplomacy,1,1,NA,Aggregate,NA,NA,NA
      NA,coast,NA,NA,NA,Group,NA,NA,NA
      """;

  private static final String DATA =
      """
      uCode,uName,coast,tension,talks
      irn,Iran,north,20,
      omn,"Oman, Muscat",south,0,8
      qat,Qatar,south,10,4
      """;

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    write("meta.csv", META);
    write("panel.csv", DATA);
  }

  @Test
  void shouldScoreAPanelAndSayWhatTheScoresRestOn() throws IOException {
    write(
        "spec.yaml",
        """
        stages:
          - {normalise: min-max}
          - {aggregate: arithmetic}
        """);

    run();

    assertThat(lines("results-scores"))
        .containsExactly(
            "uCode,diplomacy,tension,talks",
            "omn,100.0,100.0,100.0",
            "qat,12.5,50.0,0.0",
            "irn,0.0,0.0,NA");
    assertThat(lines("results-ranks")).contains("irn,3,3,NA");
    assertThat(lines("coverage"))
        .containsExactly("uCode,diplomacy", "irn,0.25", "omn,1.0", "qat,1.0");
  }

  @ParameterizedTest
  @CsvSource({
    "'normalise: z-score, mean: 100, sd: 10', 90.0, 110.0, 100.0",
    "'normalise: rank', 1, 3, 2",
    "'normalise: borda', 0, 2, 1",
    "'normalise: percentile-rank', 0, 1, .5",
    "'normalise: distance-to-max', 0, 1, .5",
    "'normalise: distance-to-reference, unit: qat, cap: true', 0, 1, 1",
    "'normalise: distance-to-reference, unit: qat', 0, 2, 1",
    "'normalise: distance-to-target', 0, 1, .5",
    "'normalise: goalposts', 0, 100, 50",
    "'normalise: goalposts, lower: 5, upper: 10, scale: 1', 0, 1, 0",
    "'normalise: scaled, lower: 5, upper: 10, scale: 1', -2, 2, 0"
  })
  void shouldNormaliseByTheMethodAsked(String stage, double irn, double omn, double qat)
      throws IOException {
    write("spec.yaml", "stages:\n  - {" + stage + "}\n");

    run();

    assertThat(column("1-normalise", 1)).containsExactly(irn, omn, qat);
  }

  @Test
  void shouldCarryForwardFromEarlierTimes() throws IOException {
    write("meta.csv", META);
    write(
        "panel.csv",
        """
        uCode,coast,tension,talks,Time
        irn,north,20,,2024
        irn,north,18,6,2023
        omn,south,3,5,2024
        """);
    write("spec.yaml", "stages:\n  - {impute: carry-forward}\n");

    run();

    assertThat(lines("0-raw")).containsExactly("uCode,tension,talks", "irn,20.0,NA", "omn,3.0,5.0");
    assertThat(lines("1-impute")).contains("irn,20.0,6.0", "omn,3.0,5.0");
  }

  @ParameterizedTest
  @CsvSource({"mean, 6.0", "median, 6.0", "'group-mean, group: coast', NA", "none, NA"})
  void shouldImputeByTheMethodAsked(String method, String talks) throws IOException {
    write("spec.yaml", "stages:\n  - {impute: " + method + "}\n");

    run();

    assertThat(lines("1-impute")).contains("irn,20.0," + talks);
  }

  @Test
  void shouldLeaveOutUnitsOfWhichTooLittleIsKnown() throws IOException {
    write("spec.yaml", "stages:\n  - {screen: availability, least: 0.6}\n");

    run();

    assertThat(lines("1-screen")).hasSize(3).noneMatch(line -> line.startsWith("irn"));
    assertThat(lines("screen-removed")).containsExactly("uCode,Availability", "irn,0.5");
  }

  @Test
  void shouldTakeLogarithmsOfOutlyingColumnsOnly() throws IOException {
    StringBuilder panel = new StringBuilder("uCode,coast,tension,talks\n");
    for (int i = 0; i < 12; i++) {
      panel.append("u" + i + ",north," + (i == 11 ? 900 : i) + "," + i + "\n");
    }
    write("panel.csv", panel.toString());
    write("spec.yaml", "stages:\n  - {treat: log}\n");

    run();

    assertThat(column("1-treat", 1)[0]).isEqualTo(Math.log(9));
    assertThat(column("1-treat", 2)[0]).isZero();
    assertThat(lines("treatment").get(1)).startsWith("tension,").contains(",0,true,");
    assertThat(lines("treatment").get(2)).startsWith("talks,").contains(",0,false,");
  }

  @Test
  void shouldNameFileLineColumnAndValueOfEachBadCell() throws IOException {
    write("panel.csv", DATA.replace("20,", "'20',").replace("10,4", "10,1e999"));
    write("spec.yaml", "stages:\n  - {normalise: rank}\n");

    assertRefused()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("panel.csv:2: column 'tension', value ''20''")
        .hasMessageContaining("panel.csv:4: column 'talks', value '1e999'");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void shouldNameBadCellsOfTheMetaFile() throws IOException {
    write("meta.csv", META.replace("1,tension,-1,1", "1,tension,0,heavy"));
    write("spec.yaml", "stages:\n  - {normalise: rank}\n");

    assertRefused().hasMessageContaining("meta.csv:2: column 'Weight', value 'heavy'");
  }

  @Test
  void shouldRefuseARowThatStandsTwiceAndAColumnThatIsAbsent() throws IOException {
    write("spec.yaml", "stages:\n  - {normalise: rank}\n");
    write("panel.csv", DATA + "qat,Qatar,south,1,1\n");
    assertRefused().hasMessageContaining("panel.csv:5: column 'uCode', value 'qat': stands twice");

    write("panel.csv", DATA.replace("talks", "chats"));
    assertRefused().hasMessageContaining("no column [talks]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{normalise: minmax}                       | there is no method 'minmax' to normalise",
        "{normalise: min-max, lowr: 1}             | unknown option 'lowr', did you mean 'lower'?",
        "{normalise: min-max, lower: high}         | 'high' is not a number",
        "{normalise: min-max, lower: 9, upper: 1}  | lower must be below upper",
        "{normalise: rank, ties: random}           | 'random' is none of min, average and max",
        "{normalise: goalposts, lower: 1}          | give both 'lower' and 'upper'",
        "{normalise: distance-to-reference}        | option 'unit' is missing",
        "{normalise: distance-to-target, cap: yes} | 'yes' is neither true nor false",
        "{impute: group-mean, group: sea}          | 'sea' is no group of the meta file: [coast]",
        "{impute: mean, group: coast}              | 'group' has no meaning for the method 'mean'",
        "{aggregate: power}                        | option 'p' is missing",
        "{aggregate: arithmetic, p: 2}             | 'p' has a meaning for the method 'power' only",
        "{aggregate: arithmetic, data-threshold: 2} | the data threshold is 2.0",
        "{treat: winsorise, max-points: -1}        | '-1' is not a whole number",
        "{bake: bread}                             | a stage has one of the keys",
        "{impute: mean, normalise: rank}           | but this has [impute, normalise]"
      })
  void shouldNameWhatIsWrongWithASpecification(String stage, String message) throws IOException {
    write("spec.yaml", "stages:\n  - " + stage + "\n");

    assertRefused()
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("spec.yaml:2")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{aggregate: arithmetic}                   | it needs one 'normalise' before it",
        "{audit: pearson}                          | it needs an 'aggregate' before it",
        "{impute: carry-forward}                   | needs earlier rows",
        "{normalise: fraction-of-max}              | greatest value of 'tension'",
        "{normalise: distance-to-reference, unit: usa} | no unit 'usa'"
      })
  void shouldNameTheStageThatCannotBeRun(String stage, String message) throws IOException {
    write("spec.yaml", "stages:\n  - " + stage + "\n");

    assertRefused()
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("spec.yaml:2")
        .hasMessageContaining(message);
  }

  @Test
  void shouldNotNormaliseTwiceNorPrepareWhatIsNormalised() throws IOException {
    write("spec.yaml", "stages:\n  - {normalise: rank}\n  - {impute: mean}\n");
    assertRefused().hasMessageContaining("spec.yaml:3").hasMessageContaining("'impute'");

    write("spec.yaml", "stages:\n  - {normalise: rank}\n  - {normalise: rank}\n");
    assertRefused().hasMessageContaining("spec.yaml:3").hasMessageContaining("normalised once");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused() {
    return assertThatThrownBy(this::run);
  }

  private void run() {
    Compose.run(
        folder.resolve("panel.csv"),
        folder.resolve("meta.csv"),
        folder.resolve("spec.yaml"),
        folder.resolve("out"));
  }

  private double[] column(String file, int column) throws IOException {
    return lines(file).stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",")[column]))
        .toArray();
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(file + ".csv"));
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
