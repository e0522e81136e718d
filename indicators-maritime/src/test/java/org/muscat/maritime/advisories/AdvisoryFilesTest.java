package org.muscat.maritime.advisories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.contract.MuscatAssertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.contract.FeedTestKit;
import org.muscat.spi.Batch;
import org.muscat.spi.Observation;

class AdvisoryFilesTest {

  private static final String HEADER = "issuer,number,area,level,issued,until,title,known_at\n";

  private final FeedTestKit<AdvisoryFilesConfig> kit = FeedTestKit.of(new AdvisoryFilesProvider());
  private final Path folder;

  AdvisoryFilesTest(@TempDir Path folder) {
    this.folder = folder;
    kit.config("path: advisories").in(folder).now("2025-04-20");
  }

  @AfterEach
  void close() {
    kit.close();
  }

  @Test
  void shouldTakeAnAdvisoryAsAnEventOfItsArea() throws Exception {
    Batch batch =
        fetched("marad,2025-003,red-sea,severe,2025-03-01,2025-09-01,Red Sea,2025-03-02\n");

    Observation advisory = batch.observations().get(0);
    assertThat(batch).hasObservation("advisories/red-sea", "2025-03-01", 3).hasNoRejections();
    assertThat(advisory.key()).isEqualTo("2025-003");
    assertThat(advisory.type()).isEqualTo("severe");
    assertThat(advisory.knownAt()).hasToString("Optional[2025-03-02T00:00:00Z]");
    assertThat(advisory.attributes())
        .containsEntry("issuer", "marad")
        .containsEntry("until", "2025-09-01T00:00:00Z")
        .containsEntry("title", "Red Sea")
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "cancelled, 0",
    "advisory, 1",
    "substantial, 2",
    "severe, 3",
    "critical, 3",
    "closure, 4"
  })
  void shouldGiveEachWordItsLevel(String word, double level) throws Exception {
    Batch batch = fetched("jmic,1,hormuz," + word + ",2025-03-01,,,\n");

    assertThat(batch).hasObservation("advisories/hormuz", "2025-03-01", level);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nga,1,hormuz,severe,2025-03-01,,, | word: issuer 'nga' is none of",
        "jmic,1,The Gulf,severe,2025-03-01,,, | word: area 'The Gulf' is no",
        "jmic,1,hormuz,high,2025-03-01,,, | word: level 'high' is none of",
        "jmic,,hormuz,severe,2025-03-01,,, | text: number is empty",
        "jmic,1,hormuz,severe,1 March,,, | date: issued '1 March' is no",
        "jmic,1,hormuz,severe,2025-05-01,,, | future: issued 2025-05-01T00:00:00Z is later",
        "jmic,1,hormuz,severe,2025-03-01,2025-02-01,, | date: until 2025-02-01T00:00:00Z is before",
        "jmic,1,hormuz,severe,2025-03-01,,,2025-02-01 | known-at: 2025-02-01T00:00:00Z is before",
        "jmic,1,hormuz | cells: row has 3 cells; the header names 8"
      })
  void shouldSayWhyARowIsRefused(String row, String reason) throws Exception {
    Batch batch = fetched(row + "\nmarad,2,hormuz,advisory,2025-03-01,,,\n");

    assertThat(batch).hasRejection(reason).hasObservations(1);
  }

  @Test
  void shouldRefuseAFileOfAnotherLayout() throws Exception {
    Files.createDirectories(folder.resolve("advisories"));
    Files.writeString(folder.resolve("advisories/a.csv"), "issuer,number\nmarad,1\n");

    assertThat(kit.fetch()).hasRejection("header '[issuer, number]' is not").hasObservations(0);
  }

  private Batch fetched(String rows) throws Exception {
    Files.createDirectories(folder.resolve("advisories"));
    Files.writeString(folder.resolve("advisories/a.csv"), HEADER + rows);
    return kit.fetch();
  }
}
