package org.muscat.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.CalibratedCase;
import org.muscat.spi.Calibration;
import org.muscat.spi.Calibration.Origin;
import org.muscat.spi.Scale;

class ScaleFileTest {

  private static final String HEADER = "indicator,shape,calm,stressed,sigma,origin,from,to\n";

  @Test
  void shouldReadTheScaleItsDeviationAndItsWindow() {
    String text =
        "# a remark\n\n"
            + HEADER
            + "fear,log-logistic,1.33,2.94,29.3,percentiles,2008-01-01,2018-12-31\n"
            + "gap,logistic,5,-1,20,choice,2015-01-01,2018-12-31\n";

    ScaleFile file = ScaleFile.parse("scales-3.csv", 3, text);

    LocalDate end = LocalDate.of(2018, 12, 31);
    assertThat(file.of("fear"))
        .isEqualTo(
            new ScaleFile.Entry(
                Scale.logLogistic(1.33, 2.94),
                29.3,
                new Calibration(3, Origin.PERCENTILES, LocalDate.of(2008, 1, 1), end)));
    assertThat(file.of("gap"))
        .isEqualTo(
            new ScaleFile.Entry(
                Scale.logistic(5, -1),
                20,
                new Calibration(3, Origin.CHOICE, LocalDate.of(2015, 1, 1), end)));
  }

  @Test
  void shouldNameTheCasesOfAnIndicatorInTheOrderOfTheFile() {
    String text =
        HEADER
            + "ships/hormuz/all,logistic,1,2,3,choice,2008-01-01,2009-01-01\n"
            + "ships,logistic,1,2,3,choice,2008-01-01,2009-01-01\n"
            + "shipsome/x/y,logistic,1,2,3,choice,2008-01-01,2009-01-01\n"
            + "ships/dover/tanker,logistic,1,2,3,choice,2010-01-01,2011-01-01\n";

    List<CalibratedCase> cases =
        ScaleFile.parse("scales-1.csv", 1, text).cases("ships", "at", "of");

    assertThat(cases)
        .extracting(CalibratedCase::name)
        .containsExactly("ships/hormuz/all", "ships/dover/tanker");
    assertThat(cases.get(1).options()).isEqualTo(Map.of("at", "dover", "of", "tanker"));
    assertThat(cases.get(1).calibration().from()).isEqualTo(LocalDate.of(2010, 1, 1));
  }

  @Test
  void shouldRefuseACaseWithAnotherNumberOfValues() {
    String text = HEADER + "ships/hormuz,logistic,1,2,3,choice,2008-01-01,2009-01-01\n";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScaleFile.parse("scales-1.csv", 1, text).cases("ships", "at", "of"))
        .withMessage("scales-1.csv: 'ships/hormuz' has no value for each of [at, of]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,logistic,1,2,3,choice,2008-01-01 | 7 cells where 8 are needed",
        "a,cubic,1,2,3,choice,2008-01-01,2009-01-01 | shape 'cubic' is neither",
        "a,logistic,x,2,3,choice,2008-01-01,2009-01-01 | calm 'x' is no number",
        "a,logistic,1,1,3,choice,2008-01-01,2009-01-01 | must be finite and differ",
        "a,logistic,1,2,0,choice,2008-01-01,2009-01-01 | sigma 0.0 is not in (0,100]",
        "a,logistic,1,2,3,guess,2008-01-01,2009-01-01 | origin 'guess' is neither",
        "a,logistic,1,2,3,choice,2008-01-01,2008-01-01 | not after its first day",
        "a,logistic,1,2,3,choice,2008-13-01,2009-01-01 | could not be parsed",
        "b,logistic,1,2,3,choice,2008-01-01,2009-01-01 | a second line of 'b'",
      })
  void shouldNameTheLineThatCannotBeRead(String line, String problem) {
    String text = HEADER + "b,logistic,1,2,3,choice,2008-01-01,2009-01-01\n" + line + "\n";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScaleFile.parse("scales-1.csv", 1, text))
        .withMessageStartingWith("scales-1.csv, line 3: ")
        .withMessageContaining(problem);
  }

  @Test
  void shouldRefuseOtherColumns() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScaleFile.parse("scales-1.csv", 1, "indicator,calm\n"))
        .withMessageStartingWith("scales-1.csv, line 1: the columns must be indicator,shape,");
  }

  @Test
  void shouldNameTheFileThatIsNotThereAndTheIndicatorThatIsNotInIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScaleFile.beside(ScaleFileTest.class, 99))
        .withMessageContaining("scales-99.csv");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScaleFile.parse("scales-1.csv", 1, HEADER).of("fear"))
        .withMessage("scales-1.csv has no line of 'fear'");
  }
}
