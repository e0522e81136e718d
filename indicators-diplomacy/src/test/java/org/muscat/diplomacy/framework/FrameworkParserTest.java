package org.muscat.diplomacy.framework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.Batch.Rejection;

class FrameworkParserTest {

  private static final String TEXT =
      Frameworks.days("2020-01-01", "2020-03-31")
          .level(Component.IAEA_ACCESS, "2020-01-01", "1")
          .level(Component.IAEA_ACCESS, "2020-02-10", "0.5")
          .othersAtNought()
          .text();

  @Test
  void shouldReadALevelWithItsLine() {
    CodedLevel level =
        Frameworks.days("2020-01-01", "2020-03-31")
            .level(Component.IAEA_ACCESS, "2020-01-01", "0.5", "Snap inspections ended.")
            .file()
            .levels()
            .get(0);

    assertThat(level.line()).isEqualTo(13);
    assertThat(level.component()).isEqualTo(Component.IAEA_ACCESS);
    assertThat(level.from()).isEqualTo("2020-01-01");
    assertThat(level.level()).isEqualTo(.5);
    assertThat(level.reason()).isEqualTo("Snap inspections ended.");
    assertThat(level.sources()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "level: 0.5 | level: 0.7 | x.yaml:21: iaea-access from 2020-02-10: 'level' '0.7' is none of",
        "from: 2020-02-10 | from: 2020-02-30 | 'from' '2020-02-30' is not a date, such as",
        "component: military-hotline | component: red-phone | 'red-phone' is none of",
        "version: 1 | version: one | framework: 'version' 'one' is no whole number from 1 on",
        "codedThrough: 2020-03-31 | codedTill: 2020-03-31 | unknown key 'codedTill'; allowed are",
        "iaea-access: 0.25 | iaea: 0.25 | weights: unknown key 'iaea'",
        "publisher: A paper, | paper: A paper, | a source in line 13: unknown key 'paper'",
        "title: A page, publisher: A paper, link: null | event: May | 'event' 'May' is no id of the chronicle",
        "verified: true | verified: yes | 'verified' 'yes' is none of [false, true]",
        "levels: | levels: none | x.yaml:"
      })
  void shouldSayWhatIsWrongAndWhere(String right, String wrong, String told) {
    assertThat(TEXT).contains(right);

    FrameworkParser.Result result =
        FrameworkParser.parse("x.yaml", TEXT.replaceFirst(right, wrong));

    assertThat(result.file()).isNull();
    assertThat(result.rejections())
        .first()
        .extracting(Rejection::toString)
        .asString()
        .contains(told);
  }

  @Test
  void shouldNameEveryBadLevel() {
    FrameworkParser.Result result =
        FrameworkParser.parse("x.yaml", TEXT.replace("verified: true", "verified: maybe"));

    assertThat(result.file()).isNull();
    assertThat(result.rejections()).hasSize(7);
  }

  @Test
  void shouldSayThatAFileIsEmpty() {
    assertThat(FrameworkParser.parse("x.yaml", "").rejections())
        .containsExactly(new Rejection("x.yaml", 0, "the file is empty"));
  }
}
