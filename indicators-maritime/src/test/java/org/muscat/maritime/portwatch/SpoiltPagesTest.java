package org.muscat.maritime.portwatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.FeedException;
import org.muscat.spi.HttpAnswer;
import org.muscat.spi.Observation;

/** Pages with random damage are read in part or refused; nothing else comes of them. */
class SpoiltPagesTest {

  private static final String PAGE =
      """
      {"features":[
      {"attributes":{"date":"2025-05-01","portid":"chokepoint6","n_total":66,"n_tanker":42,"capacity_tanker":2495676}},
      {"attributes":{"date":1746144000000,"portid":"chokepoint6","n_total":70,"n_tanker":45,"capacity_tanker":1680733.5}},
      {"attributes":{"date":"2025-05-03","portid":"chokepoint6","n_total":0,"n_tanker":0,"capacity_tanker":0}}
      ],"exceededTransferLimit":false}
      """;

  private static final String WITHOUT_MEANING = "{}[]\",:0123456789eE.-+ntfalsru\\\u00e9";

  private final Random random = new Random(20_250_614);
  private int read;
  private int refused;

  @Test
  void shouldReadOrRefuseWhateverComes() {
    for (int i = 0; i < 5_000; i++) {
      byte[] page = spoilt(1 + random.nextInt(4));
      try {
        List<Observation> points = points(page);
        assertThat(points).allMatch(point -> point.value() >= 0);
        assertThat(points).allMatch(point -> point.series().contains("/hormuz/"));
        read++;
      } catch (FeedException e) {
        assertThat(e).hasMessageContaining("https://portwatch.test/query");
        refused++;
      }
    }

    assertThat(read).isGreaterThan(200);
    assertThat(refused).isGreaterThan(200);
  }

  private static List<Observation> points(byte[] page) throws FeedException {
    HttpAnswer answer =
        HttpAnswer.of("https://portwatch.test/query", 200, Map.of(), page, Instant.EPOCH, false);
    RowReader reader = new RowReader(Strait.HORMUZ, LocalDate.of(2025, 7, 1));
    List<Observation> points = new ArrayList<>();
    for (Object feature : Page.read(answer).features()) {
      try {
        points.addAll(reader.read(feature));
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).as("reason of a rejection").isNotBlank();
      }
    }
    return points;
  }

  private byte[] spoilt(int times) {
    StringBuilder page = new StringBuilder(PAGE);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(page.length());
      char other = WITHOUT_MEANING.charAt(random.nextInt(WITHOUT_MEANING.length()));
      switch (random.nextInt(4)) {
        case 0 -> page.setCharAt(at, other);
        case 1 -> page.insert(at, other);
        case 2 -> page.deleteCharAt(at);
        default -> page.setLength(Math.max(1, random.nextInt(8) == 0 ? at : page.length()));
      }
    }
    return page.toString().getBytes(UTF_8);
  }
}
