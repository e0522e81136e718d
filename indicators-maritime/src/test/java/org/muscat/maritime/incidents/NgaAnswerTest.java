package org.muscat.maritime.incidents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.contract.FeedTestKit;
import org.muscat.maritime.reports.Spoiler;
import org.muscat.spi.Batch;
import org.muscat.spi.Observation;
import org.muscat.testkit.Recorded;
import org.muscat.toolkit.drop.DroppedFile;

class NgaAnswerTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-06-30T00:00:00Z"), ZoneOffset.UTC);

  @Test
  void shouldReadTheRecordedAnswer() throws Exception {
    DroppedFile file = parse(Files.readString(Recorded.data("wire/asam.json")));

    assertThat(file.rejections()).isEmpty();
    assertThat(file.observations())
        .extracting(Observation::key, Observation::type)
        .containsExactly(
            tuple("2022-142", "suspicious-approach"),
            tuple("2022-138", "boarding"),
            tuple("2022-137", "boarding"),
            tuple("2022-134", "boarding"));
  }

  @Test
  void shouldReadWhatAReportSays() throws Exception {
    DroppedFile file = parse(report("\"hostility\": \"Boarding\", \"victim\": null"));

    Observation event = file.observations().get(0);
    assertThat(event.series()).isEqualTo("incidents/asam");
    assertThat(event.key()).isEqualTo("2022-1");
    assertThat(event.observedAt()).isEqualTo("2022-05-21T00:00:00Z");
    assertThat(event.type()).isEqualTo("boarding");
    assertThat(event.attributes())
        .containsEntry("latitude", "12.55")
        .containsEntry("longitude", "43.516667")
        .containsEntry("subregion", "62")
        .doesNotContainKey("victim");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | 0 | has no list 'asam', as the answers of NGA have",
        "{\"asam\": [7]} | 1 | cells: row has 0 cells; the header names 8",
        "{\"asam\": [{\"reference\": \"1\"}]} | 1 | text: date is empty",
      })
  void shouldSayWhatCannotBeRead(String text, long line, String reason) throws Exception {
    DroppedFile file = parse(text);

    assertThat(file.observations()).isEmpty();
    assertThat(file.rejections()).containsExactly(new Batch.Rejection("x.json", line, reason));
  }

  @Test
  void shouldRefuseWhatIsNoJson() throws Exception {
    assertThat(parse("{\"asam\": [").rejections())
        .singleElement()
        .satisfies(rejection -> assertThat(rejection.reason()).startsWith("is no JSON: "));
  }

  /** Anything thrown fails the test. */
  @Test
  void shouldReadASpoiltAnswerOrSayWhyNot() throws Exception {
    Spoiler spoiler = new Spoiler(5);
    String answer = report("\"hostility\": \"Boarding\"");
    int read = 0;
    int refused = 0;

    for (int i = 0; i < 50_000; i++) {
      DroppedFile file = parse(spoiler.spoil(answer));
      read += file.observations().size();
      refused += file.rejections().size();
    }

    assertThat(read).isGreaterThan(5_000);
    assertThat(refused).isGreaterThan(5_000);
  }

  @Test
  void shouldBeTakenFromTheFolderBesideTablesOfRows(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("a.json"), report("\"victim\": null"));
    Files.writeString(
        folder.resolve("b.csv"),
        """
        reference_number,date_of_occurrence,latitude,longitude,description
        2022-2,2022-05-21,1,105,Robbers boarded.
        """);

    try (FeedTestKit<IncidentFilesConfig> kit =
        FeedTestKit.of(new IncidentFilesProvider())
            .config("{path: .}")
            .in(folder)
            .now("2025-04-20")) {
      assertThat(kit.fetch().observations()).extracting(Observation::key).containsExactly("2022-1");
      assertThat(kit.fetch().observations()).extracting(Observation::key).containsExactly("2022-2");
    }
  }

  private static String report(String members) {
    return """
        {"asam": [{"reference": "2022-1", "date": "2022-05-21", "latitude": 12.55000000016662,
          "longitude": 43.51666666702533, "position": "12°33'00\\"N", "navArea": "IX", "subreg": "62",
          %s, "description": "Four robbers came."}]}
        """
        .formatted(members);
  }

  private static DroppedFile parse(String text) throws InterruptedException {
    return new NgaAnswer(header -> IncidentFilesFeed.open(header, Optional.empty(), CLOCK))
        .parse("x.json", text.getBytes(UTF_8));
  }
}
