package org.muscat.filedrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.toolkit.drop.DroppedFile;

class DroppedFileTest {

  private static final String HEADER = "series,observed_at,value,unit,source,known_at\n";

  @Test
  void shouldReadAPointWithItsPublicationDate() throws Exception {
    DroppedFile file = parse(HEADER + "freight/td3c,2024-03-01,55.5,WS,broker,2024-03-04\n");

    assertThat(file.rejections()).isEmpty();
    assertThat(file.observations())
        .containsExactly(
            Observation.point("freight/td3c", Instant.parse("2024-03-01T00:00:00Z"), 55.5)
                .from("broker")
                .knownAt(Instant.parse("2024-03-04T00:00:00Z"), KnownBasis.PUBLISHED));
  }

  @Test
  void shouldKeepWhatTwoSourcesSayAboutOneMoment() throws Exception {
    DroppedFile file =
        parse(HEADER + "a/b,2024-03-01,1,,one,\na/b,2024-03-01,2,,two-b,\na/b,2024-03-01,3,,,\n");

    assertThat(file.rejections()).isEmpty();
    assertThat(file.observations())
        .extracting(Observation::source)
        .containsExactly(Optional.of("one"), Optional.of("two-b"), Optional.empty());
  }

  @Test
  void shouldRejectASourceThatIsNoId() throws Exception {
    DroppedFile file = parse(HEADER + "a/b,2024-03-01,1,,Baltic Exchange,\na/b,2024-03-02,2,,b,\n");

    assertThat(file.rejections())
        .extracting(Rejection::toString)
        .containsExactly(
            "drop/x.csv:2: source 'Baltic Exchange' is not lower-case words joined by hyphens, such"
                + " as 'oil-fear'");
    assertThat(file.observations()).hasSize(1);
  }

  @Test
  void shouldLeaveKnownAtToTheFetchWhenTheCellIsEmptyOrTheColumnAbsent() throws Exception {
    DroppedFile empty = parse(HEADER + "a/b,2024-03-01,1,,,\n");
    DroppedFile absent = parse("value,observed_at,series\n1,2024-03-01,a/b\n");

    assertThat(empty.observations()).isEqualTo(absent.observations());
    assertThat(empty.observations()).singleElement().satisfies(this::isKnownFromTheFetch);
  }

  private void isKnownFromTheFetch(Observation point) {
    assertThat(point.knownAt()).isEmpty();
    assertThat(point.knownBasis()).isEqualTo(KnownBasis.FETCHED);
  }

  @Test
  void shouldReadInstantsWithAnOffset() throws Exception {
    DroppedFile file =
        parse(
            "series,observed_at,value\na/b,2024-03-01T03:00:00+03:30,-1e2\na/b,2024-03-01T12:00:00Z,+.5\n");

    assertThat(file.observations())
        .extracting(Observation::observedAt)
        .containsExactly(
            Instant.parse("2024-02-29T23:30:00Z"), Instant.parse("2024-03-01T12:00:00Z"));
    assertThat(file.observations()).extracting(Observation::value).containsExactly(-100.0, 0.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void shouldReadAnyLineEndBlankLinesQuotesAndAByteOrderMark(String end) throws Exception {
    String text =
        String.join(
            end,
            "\uFEFFseries,observed_at,value,unit",
            "",
            "\"a/b\",\"2024-03-01\",\"1.5\",\"said \"\"so\"\", twice" + end + "over\"",
            "   ",
            "a/b,2024-03-02,x,",
            "a/b,2024-03-03,3,");

    DroppedFile file = parse(text);

    assertThat(file.observations()).extracting(Observation::value).containsExactly(1.5, 3.0);
    assertThat(file.rejections()).extracting(Rejection::line).containsExactly(6L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a/b,2024-03-01,NaN;value 'NaN' is not a finite number",
        "a/b,2024-03-01,Infinity;value 'Infinity'",
        "a/b,2024-03-01,1e999;value '1e999'",
        "a/b,2024-03-01,0x10;value '0x10'",
        "a/b,2024-03-01,1d;value '1d'",
        "a/b,2024-03-01,;value '' is not",
        "a/b,2024-03-01,\"1,5\";value '1,5'",
        "a/b,2024-02-30,1;observed_at '2024-02-30' is not an ISO date",
        "a/b,01.03.2024,1;observed_at '01.03.2024'",
        "a/b,2024-03-01T12:00,1;observed_at '2024-03-01T12:00'",
        "a/b,0024-03-01,1;observed_at '0024-03-01' is not between",
        "a/b,2024-03-01;row has 2 cells",
        "a/b,2024-03-01,1,2;row has 4 cells",
        "Brent,2024-03-01,1;series name 'Brent'",
        ",2024-03-01,1;series name ''",
        "a/b,2024-03-01,\"1\"x;text follows the closing quote",
        "a/b,2024-03-01,1\"5;a quote stands inside",
        "a/b,2024-03-01,\"1;a quoted cell is not closed",
      })
  void shouldRejectABadRowWithItsLineAndKeepTheRest(String row, String reason) throws Exception {
    DroppedFile file =
        parse("series,observed_at,value\nc/d,2024-01-01,1\n" + row + "\nc/d,2024-01-02,2\n");

    assertThat(file.rejections())
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.where()).isEqualTo("drop/x.csv");
              assertThat(rejection.line()).isEqualTo(3);
              assertThat(rejection.reason()).startsWith(reason);
            });
    assertThat(file.observations()).extracting(Observation::value).containsExactly(1.0, 2.0);
  }

  @Test
  void shouldRejectARowThatIsKnownBeforeItsDay() throws Exception {
    DroppedFile file =
        parse(HEADER + "a/b,2024-03-04,1,,,2024-03-01\na/b,2024-03-04T16:00:00Z,2,,,2024-03-04\n");

    assertThat(file.rejections())
        .singleElement()
        .satisfies(rejection -> assertThat(rejection.reason()).contains("swapped?"));
    assertThat(file.observations()).extracting(Observation::value).containsExactly(2.0);
  }

  @Test
  void shouldRejectASecondUnitForASeries() throws Exception {
    DroppedFile file =
        parse(HEADER + "a/b,2024-03-01,1,WS,,\na/b,2024-03-02,2,USD,,\na/c,2024-03-02,2,USD,,\n");

    assertThat(file.rejections())
        .extracting(Rejection::toString)
        .containsExactly("drop/x.csv:3: unit 'USD' of a/b differs from 'WS' in line 2");
    assertThat(file.observations()).hasSize(2);
  }

  @Test
  void shouldRejectARowThatAnEarlierLineGave() throws Exception {
    DroppedFile file =
        parse(HEADER + "a/b,2024-03-01,1,,,\na/b,2024-03-01,2,,,\na/b,2024-03-01,3,,,2024-03-09\n");

    assertThat(file.rejections())
        .extracting(Rejection::toString)
        .containsExactly("drop/x.csv:3: line 2 already gives a/b at 2024-03-01T00:00:00Z");
    assertThat(file.observations()).extracting(Observation::value).containsExactly(1.0, 3.0);
  }

  @Test
  void shouldNameTheLineThatIsNotUtf8() throws Exception {
    byte[] latin =
        (HEADER + "a/b,2024-03-01,1,,,\na/b,2024-03-02,2,,Zürich,\na/b,2024-03-03,3,,,\n")
            .getBytes(StandardCharsets.ISO_8859_1);

    DroppedFile file = DroppedFile.parse("drop/x.csv", latin, FileDropProvider::open);

    assertThat(file.rejections())
        .extracting(Rejection::toString)
        .containsExactly("drop/x.csv:3: the row is not UTF-8; save the file as UTF-8");
    assertThat(file.observations()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "series,value;header has no column 'observed_at'",
        "series,observed_at,value,knownat;header has the unknown column 'knownat'",
        "series,observed_at,value,value;header has the column 'value' twice",
        "\"series,observed_at,value;header: a quoted cell is not closed",
        "'';is empty",
      })
  void shouldRejectAWholeFileWithABadHeader(String header, String reason) throws Exception {
    DroppedFile file = parse(header + "\n");

    assertThat(file.observations()).isEmpty();
    assertThat(file.rejections())
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.line()).isZero();
              assertThat(rejection.reason()).startsWith(reason);
            });
  }

  @Test
  void shouldBoundTheListOfRejections() throws Exception {
    DroppedFile file = parse("series,observed_at,value\n" + "x\n".repeat(1_234));

    assertThat(file.rejections()).hasSize(1_001);
    assertThat(file.rejections().get(1_000).reason()).isEqualTo("234 more bad rows are not listed");
  }

  @Test
  void shouldRefuseAFileThatIsTooLarge(@TempDir Path folder) throws Exception {
    Path large = folder.resolve("large.csv");
    Files.write(large, new byte[(int) DroppedFile.LARGEST + 1]);

    DroppedFile file = DroppedFile.read(large, FileDropProvider::open);

    assertThat(file.observations()).isEmpty();
    assertThat(file.rejections()).singleElement().asString().contains("split it");
  }

  @Test
  void shouldSurviveAnyBytes() throws Exception {
    Random random = new Random(7);
    byte[] alphabet = "a/b,,,\"\"\n\r2024-03-01,1.5\n\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    for (int round = 0; round < 5_000; round++) {
      byte[] tail = new byte[random.nextInt(120)];
      for (int i = 0; i < tail.length; i++) {
        tail[i] = alphabet[random.nextInt(alphabet.length)];
      }
      byte[] head = "series,observed_at,value\n".getBytes(StandardCharsets.UTF_8);
      byte[] content = new byte[head.length + tail.length];
      System.arraycopy(head, 0, content, 0, head.length);
      System.arraycopy(tail, 0, content, head.length, tail.length);

      DroppedFile file = DroppedFile.parse("drop/x.csv", content, FileDropProvider::open);

      assertThat(file.observations().size() + file.rejections().size())
          .isLessThanOrEqualTo(tail.length);
    }
  }

  private static DroppedFile parse(String text) throws InterruptedException {
    return DroppedFile.parse(
        "drop/x.csv", text.getBytes(StandardCharsets.UTF_8), FileDropProvider::open);
  }
}
