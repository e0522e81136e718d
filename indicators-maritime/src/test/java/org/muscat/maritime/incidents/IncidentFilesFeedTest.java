package org.muscat.maritime.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.contract.MuscatAssertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.contract.FeedTestKit;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

class IncidentFilesFeedTest {

  private static final String HEADER =
      "reference_number,date_of_occurrence,latitude,longitude,description\n";

  private final FeedTestKit<IncidentFilesConfig> kit = FeedTestKit.of(new IncidentFilesProvider());
  private final Path folder;

  IncidentFilesFeedTest(@TempDir Path folder) {
    this.folder = folder;
    kit.config("{path: incidents, lag: P3D}").in(folder).now("2025-04-20");
  }

  @AfterEach
  void close() {
    kit.close();
  }

  @Test
  void shouldAssumeWhenTheFilesOfTheFirstRoundWereKnown() throws Exception {
    drop("a.csv", "2024-1,2024-03-01,26.5,56.5,A skiff fired upon the ship");

    Observation attack = kit.fetch().observations().get(0);

    assertThat(attack.knownAt()).hasToString("Optional[2024-03-05T00:00:00Z]");
    assertThat(attack.knownBasis()).isEqualTo(KnownBasis.ASSUMED);
  }

  @Test
  void shouldKnowLaterFilesFromTheirFetchOn() throws Exception {
    drop("a.csv", "2024-1,2024-03-01,26.5,56.5,A skiff fired upon the ship");
    kit.fetch();

    drop("b.csv", "2024-2,2024-03-02,26.5,56.5,A skiff fired upon the ship");
    Observation attack = kit.fetch().observations().get(0);

    assertThat(attack.key()).isEqualTo("2024-2");
    assertThat(attack.knownAt()).isEmpty();
  }

  @Test
  void shouldTakeAFileOnce() throws Exception {
    drop("a.csv", "2024-1,2024-03-01,26.5,56.5,A skiff fired upon the ship");

    assertThat(kit.fetch()).hasObservation("incidents/asam", "2024-03-01", 1);
    assertThat(kit.fetch()).hasObservations(0).hasNoRejections();
  }

  private void drop(String name, String row) throws Exception {
    Files.createDirectories(folder.resolve("incidents"));
    Files.writeString(folder.resolve("incidents").resolve(name), HEADER + row + "\n");
  }
}
