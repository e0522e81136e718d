package org.muscat.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

class CsvImportTest {

  private static final KnownAt NINE_DAYS = KnownAt.parse("lag:P9D");
  private static final ImportMap PRICES =
      new ImportMap("eia", "Date", null, Set.of("", "."), Map.of("oil/brent-spot", "Price"));

  @TempDir private Path folder;

  @Test
  void shouldReadPointsWithTheirKnownAt() throws IOException {
    Path file = file("Date,Price\n2019-09-13,61.25\n2019-09-16,68.42\n");

    CsvImport.Content content = CsvImport.read(file, PRICES, NINE_DAYS);

    assertThat(content.rejections()).isEmpty();
    assertThat(content.observations())
        .containsExactly(
            Observation.point("oil/brent-spot", Instant.parse("2019-09-13T00:00:00Z"), 61.25)
                .knownAt(Instant.parse("2019-09-22T00:00:00Z"), KnownBasis.ASSUMED),
            Observation.point("oil/brent-spot", Instant.parse("2019-09-16T00:00:00Z"), 68.42)
                .knownAt(Instant.parse("2019-09-25T00:00:00Z"), KnownBasis.ASSUMED));
  }

  @Test
  void shouldMakeNoPointOfAMissingValue() throws IOException {
    Path file = file("Date,Price\n2019-09-02,.\n2019-09-03,\n2019-09-04,60.7\n");

    CsvImport.Content content = CsvImport.read(file, PRICES, NINE_DAYS);

    assertThat(content.rejections()).isEmpty();
    assertThat(content.observations()).extracting(Observation::value).containsExactly(60.7);
  }

  @Test
  void shouldKeepTheRestWhenARowIsBad() throws IOException {
    Path file =
        file(
            "Date,Price\n2019-09-02,60\n02.09.2019,61\n2019-09-04,n/a\n2019-09-05,NaN\n2019-09-06\n2019-09-09,62\n");

    CsvImport.Content content = CsvImport.read(file, PRICES, NINE_DAYS);

    assertThat(content.observations()).extracting(Observation::value).containsExactly(60.0, 62.0);
    assertThat(content.rejections()).extracting(Rejection::line).containsExactly(3L, 4L, 5L, 6L);
    assertThat(content.rejections().get(0).reason()).contains("Date", "02.09.2019");
    assertThat(content.rejections().get(1).reason()).contains("Price", "n/a");
    assertThat(content.rejections().get(2).reason()).contains("NaN");
  }

  @Test
  void shouldNameASeriesByAColumn() throws IOException {
    Path file = file("date,chokepoint,n_total\n2019-01-01,bab_el_mandeb,50\n");
    ImportMap straits =
        new ImportMap(
            "portwatch", "date", null, Set.of(""), Map.of("transits/{chokepoint}/all", "n_total"));

    List<Observation> points = CsvImport.read(file, straits, NINE_DAYS).observations();

    assertThat(points)
        .extracting(Observation::series)
        .containsExactly("transits/bab-el-mandeb/all");
  }

  @Test
  void shouldTakeKnownAtFromAColumn() throws IOException {
    Path file =
        file("date,value,known_at\n2019-01-01,50,2019-01-09T12:00:00Z\n2019-01-02,51,soon\n");

    CsvImport.Content content =
        CsvImport.read(file, ImportMap.plain("transits/suez/all"), KnownAt.parse("column"));

    assertThat(content.observations())
        .extracting(Observation::knownBasis)
        .containsExactly(KnownBasis.PUBLISHED);
    assertThat(content.observations().get(0).knownAt())
        .contains(Instant.parse("2019-01-09T12:00:00Z"));
    assertThat(content.rejections()).extracting(Rejection::line).containsExactly(3L);
  }

  @Test
  void shouldNotKnowARowBeforeItHappened() throws IOException {
    Path file = file("Date,Price\n2022-11-14,90\n2022-11-16,91\n");

    CsvImport.Content content =
        CsvImport.read(file, PRICES, KnownAt.parse("at:2022-11-15T00:00:00Z"));

    assertThat(content.observations()).extracting(Observation::value).containsExactly(90.0);
    assertThat(content.rejections()).extracting(Rejection::line).containsExactly(3L);
    assertThat(content.rejections().get(0).reason()).contains("before it happened");
  }

  @Test
  void shouldReadNumbersWithATypographicApostrophe() throws IOException {
    Path file = file("Date,Price\n2001-09-14,1\u2019045.60\n");

    List<Observation> points = CsvImport.read(file, PRICES, NINE_DAYS).observations();

    assertThat(points).extracting(Observation::value).containsExactly(1045.60);
  }

  @Test
  void shouldSayWhichColumnIsAbsent() throws IOException {
    Path file = file("Date,Close\n2019-09-02,60\n");

    assertThatThrownBy(() -> CsvImport.read(file, PRICES, NINE_DAYS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no column [Price]")
        .hasMessageContaining("[Date, Close]");
  }

  @Test
  void shouldSayThatThereIsNoFile() {
    assertThatThrownBy(() -> CsvImport.read(folder.resolve("absent.csv"), PRICES, NINE_DAYS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no file")
        .hasMessageContaining("absent.csv");
  }

  @Test
  void shouldSayThatAFileIsNotText() throws IOException {
    Path file = folder.resolve("latin1.csv");
    Files.write(file, "Date,Price\n2019-09-02,6\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> CsvImport.read(file, PRICES, NINE_DAYS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not UTF-8");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file.csv"), text);
  }
}
