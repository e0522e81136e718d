package org.muscat.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muscat.bench.GeneratedTransits.Day;
import org.muscat.maritime.geo.Strait;
import org.muscat.testkit.Recorded;
import org.muscat.testkit.StubServer;

/** The straits of {@code deploy/bench/straits}, and the server that plays them. */
class GeneratedTransitsTest {

  private Map<Strait, List<Day>> transits;

  @BeforeEach
  void generate() throws IOException {
    transits = generated();
  }

  private static Map<Strait, List<Day>> generated() throws IOException {
    return GeneratedTransits.of(Recorded.data("portwatch/four-straits_vintage-B_2026-07-31.csv"));
  }

  @Test
  void shouldHaveEachDayOfAllStraits() {
    assertThat(transits).hasSize(28);
    assertThat(transits.values())
        .allSatisfy(
            days -> {
              assertThat(days).hasSize(2_373);
              assertThat(days.get(0).date()).isEqualTo(LocalDate.of(2019, 1, 1));
              assertThat(days.get(2_372).date()).isEqualTo(LocalDate.of(2025, 6, 30));
            });
  }

  @Test
  void shouldLeaveRecordedStraitsAsTheyAre() {
    assertThat(transits.get(Strait.HORMUZ).get(0))
        .isEqualTo(new Day(LocalDate.of(2019, 1, 1), 66, 42, 24, 3_026_901));
  }

  @Test
  void shouldMakeOthersThatAreScaledShuffledAndAllDifferent() {
    List<Day> made = transits.get(Strait.DOVER);
    List<Day> base = transits.get(Strait.HORMUZ);

    assertThat(transits.values().stream().map(days -> days.subList(0, 100)))
        .doesNotHaveDuplicates();
    // Eight weeks keep what passed in them, whatever their order.
    double scale = calls(made.subList(0, 56)) / calls(base.subList(0, 56));
    assertThat(calls(made.subList(560, 616)) / calls(base.subList(560, 616)))
        .isCloseTo(scale, within(0.02));
    assertThat(made.get(0).calls()).isNotEqualTo(Math.round(scale * base.get(0).calls()));
  }

  @Test
  void shouldRepeatTheSeed() throws IOException {
    assertThat(generated()).isEqualTo(transits);
  }

  @Test
  void shouldBeServedInPagesOfAThousand() throws Exception {
    try (StubServer server = StubServer.http().otherwise(new ChokepointLayer(transits))) {
      String first = ask(server.uri("/query?where=portid='chokepoint6'&resultOffset=0"));
      String last = ask(server.uri("/query?where=portid='chokepoint6'&resultOffset=2000"));

      assertThat(rows(first)).isEqualTo(1_000);
      assertThat(first).endsWith("\"exceededTransferLimit\":true}");
      assertThat(rows(last)).isEqualTo(373);
      assertThat(last).endsWith("\"exceededTransferLimit\":false}").contains("2025-06-30");
    }
  }

  private static double calls(List<Day> days) {
    return days.stream().mapToLong(Day::calls).sum();
  }

  private static long rows(String answer) {
    return Pattern.compile("\"attributes\"").matcher(answer).results().count();
  }

  private static String ask(URI uri) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
