package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

class GdeltFileTest {

  private static final double LN2 = Math.log(2);
  private static final double LN3 = Math.log(3);
  private static final DyadLookup USA_IRN = new DyadLookup(List.of(new Dyad("USA", "IRN")));

  @Test
  void shouldCountOneEventForManyRowsOfOneSource() {
    Observation day =
        only(
            GdeltLines.report().line(),
            GdeltLines.report().line(),
            GdeltLines.report().source("http://example.org/other").line(),
            GdeltLines.report().actors("IRN", "USA").line());

    assertThat(day.value()).isEqualTo(1);
    assertThat(day.attributes())
        .containsEntry("root-04", "1")
        .containsEntry("weight", Double.toString(LN2))
        .containsEntry("goldstein-weighted", Double.toString(LN2));
  }

  @Test
  void shouldWeighAnEventByItsDistinctSources() {
    Observation day =
        only(
            GdeltLines.report().code("043", "04", "1", "2.8").line(),
            GdeltLines.report().code("043", "04", "1", "2.8").line(),
            GdeltLines.report().code("040", "04", "1", "1.0").source("https://other.net").line());

    assertThat(day.value()).isEqualTo(1);
    assertThat(number(day, "weight")).isCloseTo(LN3, within(1e-15));
    assertThat(number(day, "goldstein-weighted")).isCloseTo(LN3 * 1.9, within(1e-15));
  }

  @Test
  void shouldTellActorsRootsAndDaysApart() {
    List<Observation> days =
        file(
                GdeltLines.report().line(),
                GdeltLines.report().actors("USAGOV", "IRN").line(),
                GdeltLines.report().code("190", "19", "4", "-10.0").line(),
                GdeltLines.report().day("20191023").line())
            .observations();

    assertThat(days)
        .extracting(Observation::key)
        .containsExactly("20191024143000/2019-10-23", "20191024143000/2019-10-24");
    assertThat(days).extracting(Observation::value).containsExactly(1.0, 3.0);
    assertThat(days.get(1).attributes())
        .containsEntry("root-04", "2")
        .containsEntry("root-19", "1");
    assertThat(number(days.get(1), "goldstein-weighted")).isCloseTo(-8 * LN2, within(1e-14));
  }

  @Test
  void shouldKnowADayAQuarterOfAnHourAfterTheStamp() {
    Observation day = only(GdeltLines.report().line());

    assertThat(day.series()).isEqualTo("events/usa-irn/gdelt");
    assertThat(day.type()).isEqualTo("dyad-day");
    assertThat(day.observedAt()).isEqualTo("2019-10-24T00:00:00Z");
    assertThat(day.knownAt()).contains(Instant.parse("2019-10-24T14:45:00Z"));
    assertThat(day.knownBasis()).isEqualTo(KnownBasis.PUBLISHED);
  }

  @Test
  void shouldSayThatAFileWasReadAndSaysNothing() {
    Observation day = only(GdeltLines.report().actors("USA", "ISR").line());

    assertThat(day.key()).isEqualTo("20191024143000/2019-10-24");
    assertThat(day.value()).isZero();
    assertThat(day.attributes()).containsOnlyKeys("weight", "goldstein-weighted");
  }

  @Test
  void shouldSayThatAFileWasReadEvenIfAllItsEventsAreOlder() {
    List<Observation> days = file(GdeltLines.report().day("20190924").line()).observations();

    assertThat(days).extracting(Observation::value).containsExactly(1.0, 0.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 |20191025|SQLDATE 2019-10-25 is not within the year before DATEADDED 2019-10-24",
        "1 |20181023|SQLDATE 2018-10-23 is not within",
        "1 |20190230|SQLDATE '20190230' is not YYYYMMDD",
        "1 |''|SQLDATE '' is not",
        "28|21|EventRootCode '21' is not 01 to 20",
        "28|4|EventRootCode '4'",
        "26|190|EventCode '190' is not of the root 04",
        "29|4|QuadClass '4' does not fit the root 04",
        "30|''|GoldsteinScale '' is not a number in [-10,10]",
        "30|NaN|GoldsteinScale 'NaN'",
        "30|10.5|GoldsteinScale '10.5'",
        "59|2019|DATEADDED '2019' is not YYYYMMDDHHMMSS",
        "59|20191024144500|DATEADDED 20191024144500 is after the stamp of the file",
        "33|''|NumArticles '' is not a number in [0,1000000]",
        "33|-1|NumArticles '-1'",
        "34|''|AvgTone '' is not a number in [-100,100]",
        "34|101|AvgTone '101'",
        "60|https://|SOURCEURL 'https://' names no host",
      })
  void shouldRejectARowThatCannotBeUsed(int column, String text, String reason) {
    GdeltFile file =
        file(GdeltLines.report().line(), GdeltLines.report().with(column, text).line());

    assertThat(file.rejections())
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.toString()).startsWith("drop/x.export.CSV:2: " + reason);
            });
    assertThat(file.observations()).extracting(Observation::value).containsExactly(1.0);
  }

  @Test
  void shouldTakeAnEventOfAYearAgo() {
    assertThat(file(GdeltLines.report().day("20181024").line()).rejections()).isEmpty();
  }

  @Test
  void shouldCountByQuadClassAndByWhoActs() {
    Observation day =
        only(
            GdeltLines.report().line(),
            GdeltLines.report().actors("IRN", "USA").line(),
            GdeltLines.report().actors("IRN", "USA").code("190", "19", "4", "-10.0").line(),
            GdeltLines.report().code("112", "11", "3", "-2.0").line());

    assertThat(day.attributes())
        .containsEntry("quad-1", "1")
        .containsEntry("quad-3", "1")
        .containsEntry("quad-4", "1")
        .containsEntry("first-cooperation", "1")
        .containsEntry("second-cooperation", "1")
        .containsEntry("first-conflict", "1")
        .containsEntry("second-conflict", "1")
        .doesNotContainKey("quad-2");
  }

  @Test
  void shouldSumToneByWeightAndCountArticlesOnceForEachReport() {
    Observation day =
        only(
            GdeltLines.report().tone("-2.5").articles("3").line(),
            GdeltLines.report().tone("-3.5").articles("5").line(),
            GdeltLines.report().tone("1").articles("2").source("http://other.net/x").line());

    assertThat(number(day, "tone-weighted")).isCloseTo(-LN3, within(1e-15));
    assertThat(day.attributes()).containsEntry("articles", "7").containsEntry("domains", "2");
  }

  @Test
  void shouldRejectARowWithAnotherNumberOfColumns() {
    assertThat(file("a\tb", GdeltLines.report().line() + "\t").rejections())
        .extracting(Rejection::toString)
        .containsExactly(
            "drop/x.export.CSV:1: row has 2 columns; GDELT 2.0 events have 61",
            "drop/x.export.CSV:2: row has 62 columns; GDELT 2.0 events have 61");
  }

  @Test
  void shouldBoundTheListOfRejections() {
    String[] lines = new String[1_500];
    Arrays.fill(lines, "x");

    List<Rejection> rejections = file(lines).rejections();

    assertThat(rejections).hasSize(1_001);
    assertThat(rejections.get(1_000).reason()).isEqualTo("500 more bad rows are not listed");
  }

  @Test
  void shouldNotDependOnTheOrderOfRowsInAnyBit() {
    Random random = new Random(4);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      lines.add(
          GdeltLines.report()
              .code("040", "04", "1", String.valueOf(random.nextInt(100) / 10.0))
              .tone(String.valueOf(random.nextGaussian()))
              .source("http://s" + random.nextInt(5) + ".org/" + i)
              .line());
    }
    List<Observation> before = file(lines.toArray(String[]::new)).observations();

    Collections.shuffle(lines, random);

    assertThat(file(lines.toArray(String[]::new)).observations()).isEqualTo(before);
  }

  @Test
  void shouldNotDependOnTheOrderOfRows() {
    String one = GdeltLines.report().code("043", "04", "1", "2.8").line();
    String two = GdeltLines.report().code("190", "19", "4", "-10.0").line();
    String three = GdeltLines.report().source("http://b.org/").line();

    assertThat(file(one, two, three).observations())
        .isEqualTo(file(three, two, one).observations());
  }

  @Test
  void shouldSurviveMutatedLines() {
    Random random = new Random(20191024);
    String[] lines = new String[100_000];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = mutated(GdeltLines.report().line(), random);
    }

    GdeltFile file = file(lines);

    List<Observation> days = file.observations();
    assertThat(days).isNotEmpty();
    assertThat(file.rejections()).hasSize(GdeltFile.MOST_REJECTIONS + 1);
    assertThat(days)
        .allSatisfy(
            day ->
                assertThat(Math.abs(number(day, "goldstein-weighted")))
                    .isLessThanOrEqualTo(10 * number(day, "weight") + 1e-9));
  }

  private static String mutated(String line, Random random) {
    StringBuilder text = new StringBuilder(line);
    for (int edits = random.nextInt(4); edits >= 0 && !text.isEmpty(); edits--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, (char) random.nextInt(0x250));
        case 2 -> text.setCharAt(at, "0123456789-.\t/:eENaI".charAt(random.nextInt(20)));
        default -> text.setLength(random.nextInt(20) == 0 ? at : text.length());
      }
    }
    return text.toString();
  }

  private static Observation only(String... lines) {
    GdeltFile file = file(lines);
    assertThat(file.rejections()).isEmpty();
    assertThat(file.observations()).hasSize(1);
    return file.observations().get(0);
  }

  private static GdeltFile file(String... lines) {
    try {
      return GdeltFile.read(
          new ByteArrayInputStream(GdeltLines.file(lines)),
          "drop/x.export.CSV",
          GdeltLines.STAMP,
          USA_IRN);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static double number(Observation day, String attribute) {
    return Double.parseDouble(day.attributes().getOrDefault(attribute, "none"));
  }
}
