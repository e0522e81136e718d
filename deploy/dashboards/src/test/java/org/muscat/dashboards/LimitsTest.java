package org.muscat.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.dashboards.grafana.Color;
import org.muscat.dashboards.grafana.Thresholds.Step;

class LimitsTest {

  @TempDir private Path folder;

  @Test
  void shouldTakeTheLimitOfTheAlert() throws IOException {
    Path rules = folder.resolve("rules.yml");
    Files.writeString(rules, "expr: muscat_index_coverage_ratio{model!=\"demo\"} < 0.7 or x < 1\n");

    assertThat(Limits.read(rules).indexCoverage().steps()).contains(new Step(0.7, Color.YELLOW));
  }

  @Test
  void shouldTakeTheLimitOfAMean() throws IOException {
    Path rules = folder.resolve("rules.yml");
    Files.writeString(rules, "expr: avg_over_time(scrape_duration_seconds{job=\"m\"}[15m]) > 2\n");

    assertThat(Limits.read(rules).ofAlert("avg_over_time(scrape_duration_seconds")).isEqualTo(2);
  }

  @Test
  void shouldRefuseASeriesThatNoAlertCompares() throws IOException {
    Limits limits = Limits.read(Files.writeString(folder.resolve("rules.yml"), "groups: []\n"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> limits.ofAlert("muscat_mix_ratio"))
        .withMessage("no alert compares muscat_mix_ratio with a number");
  }

  @Test
  void shouldColourTheBandsOfTheMethod() {
    assertThat(Limits.bands().steps()).extracting(Step::from).containsExactly(0.25, 0.4, 0.55, 0.7);
  }
}
