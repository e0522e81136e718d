package org.muscat.diplomacy.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.Batch.Rejection;

class FrameworkLintTest {

  private static final LocalDate TODAY = LocalDate.parse("2020-04-02");

  private static final String TEXT =
      Frameworks.days("2020-01-01", "2020-03-31")
          .level(Component.IAEA_ACCESS, "2019-06-01", "1")
          .level(Component.IAEA_ACCESS, "2020-02-10", "0.5")
          .othersAtNought()
          .text();

  @Test
  void shouldFindNothingWrongWithASoundFile() {
    assertThat(problems("gulf", TEXT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iaea-access: 0.25 | iaea-access: 0.30 | weight of iaea-access is '0.30'; the method fixes it, write 0.25",
        "iaea-access: 0.25 | iaea-access: much | weight of iaea-access is 'much'",
        "from: 2020-02-10 | from: 2019-05-01 | x.yaml:19: iaea-access from 2019-05-01: it is not after 2019-06-01 of line 13",
        "from: 2020-02-10 | from: 2019-06-01 | it is not after 2019-06-01",
        "from: 2020-02-10 | from: 2020-04-01 | it is after codedThrough 2020-03-31; move that day on",
        "from: 2019-06-01 | from: 2020-02-01 | it is the first level, after codedFrom 2020-01-01",
        "codedThrough: 2020-03-31 | codedThrough: 2019-03-31 | codedThrough 2019-03-31 is before codedFrom",
        "codedThrough: 2020-03-31 | codedThrough: 2020-04-02 | codedThrough 2020-04-02 is not over, it is only 2020-04-02; write the last day that you coded, at the latest 2020-04-01",
        "component: military-hotline | component: deconfliction-mou | military-hotline has no level; code one from 2020-01-01 on",
        "sources: .* | sources: [] | it is verified, but names no source"
      })
  void shouldSayWhatIsWrongAndWhatToDo(String right, String wrong, String told) {
    List<Rejection> problems = problems("gulf", TEXT.replaceFirst(right, wrong));

    assertThat(problems).anySatisfy(one -> assertThat(one.toString()).contains(told));
  }

  @Test
  void shouldNotTakeTheFrameworkOfAnotherTheatre() {
    assertThat(problems("straits", TEXT))
        .containsExactly(new Rejection("x.yaml", 0, "theatre 'gulf' is not 'straits'"));
  }

  private static List<Rejection> problems(String theatre, String text) {
    FrameworkFile file = FrameworkParser.parse("x.yaml", text).file();
    if (file == null) {
      throw new AssertionError(FrameworkParser.parse("x.yaml", text).rejections());
    }
    return FrameworkLint.problems(theatre, file, TODAY);
  }
}
