package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dashboards, by the types that Grafana publishes. Needs npm. */
@Tag("gates")
class DashboardTypesGateTest {

  @TempDir private Path folder;

  @Test
  void shouldBeWhatGrafanaKnows() throws IOException, InterruptedException {
    Tool.Ended held = Tool.run(folder, Tool.deploy("dashboards/types").toString());

    assertThat(held.exitCode()).as(held.out() + held.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"graphTooltip\"', '\"crossHair\"'",
    "'\"showPoints\" : \"never\"', '\"showPoints\" : \"seldom\"'"
  })
  void shouldRefuseWhatGrafanaDoesNotKnow(String known, String unknown)
      throws IOException, InterruptedException {
    String sound = GrafanaDashboards.files().get("muscat-engine.json");
    assertThat(sound).contains(known);
    Path broken = Files.writeString(folder.resolve("broken.json"), sound.replace(known, unknown));

    Tool.Ended held =
        Tool.run(folder, Tool.deploy("dashboards/types").toString(), broken.toString());

    assertThat(held.exitCode()).isNotZero();
    assertThat(held.out()).contains("error TS");
  }
}
