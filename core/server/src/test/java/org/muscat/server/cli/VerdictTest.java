package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.server.fixture.Home;

/** What {@code score} tells a pipeline by its exit code. */
class VerdictTest {

  private static final String WITHOUT_DIALOGUE =
      Home.REGIME.replace(
          "{one: {map: {shape: linear, zero: 0, one: 100}}}",
          "{talk: {indicator: pressure, config: {series: test/none},"
              + " map: {shape: linear, zero: 0, one: 100}}}");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "drift, 6",
    "'coercion,DRIFT', 6",
    "conflict, 0",
    "'detente,containment,undetermined', 0"
  })
  void shouldFailOnARegime(String regimes, int code) throws IOException {
    ScoreHome home = new ScoreHome(folder, Home.MODEL + Home.REGIME);

    assertThat(home.last("--fail-on-regime", regimes)).isEqualTo(code);

    assertThat(home.err())
        .isEqualTo(code == 0 ? "" : "muscat: theatre 'north': the regime is drift\n");
  }

  @ParameterizedTest
  @CsvSource({"drift, 3", "'conflict,detente', 3", "conflict, 0", "undetermined, 6"})
  void shouldNotCallARegimeGoodThatCannotBeTold(String regimes, int code) throws IOException {
    ScoreHome home = new ScoreHome(folder, Home.MODEL + WITHOUT_DIALOGUE);

    assertThat(home.last("--fail-on-regime", regimes)).as(home.err()).isEqualTo(code);

    if (code == 3) {
      assertThat(home.err()).contains("theatre 'north': the regime cannot be told: ");
    }
  }

  @Test
  void shouldNeverCallARefusedScoreGood() throws IOException {
    ScoreHome home = new ScoreHome(folder, Home.MODEL + Home.REGIME);

    int code =
        home.score("--as-of", "2024-01-01T00:00:00Z", "--fail-below", "0", "--theatre", "north");

    assertThat(code).isEqualTo(3);
    assertThat(home.err()).startsWith("muscat: theatre 'north': no score: ");
  }

  @Test
  void shouldSayWhatIsBelow() throws IOException {
    ScoreHome home = new ScoreHome(folder, Home.MODEL + Home.REGIME);

    assertThat(home.last("--fail-below", "99", "--fail-on-regime", "drift")).isEqualTo(5);

    assertThat(home.err())
        .isEqualTo(
            """
            muscat: theatre 'north': stability 62.19 is below 99.0
            muscat: theatre 'north': the regime is drift
            """);
  }

  @Test
  void shouldNotJudgeARegimeThatTheModelDoesNot() throws IOException {
    ScoreHome home = new ScoreHome(folder, Home.MODEL);

    assertThat(home.last("--fail-on-regime", "drift")).isEqualTo(2);

    assertThat(home.err()).contains("model 'test' judges no regime; leave it out");
  }

  @Test
  void shouldNameTheRegimesThatThereAre() throws IOException {
    ScoreHome home = new ScoreHome(folder, Home.MODEL);

    assertThat(home.last("--fail-on-regime", "war")).isEqualTo(2);

    assertThat(home.err()).contains("'war'").contains("CONFLICT");
  }
}
