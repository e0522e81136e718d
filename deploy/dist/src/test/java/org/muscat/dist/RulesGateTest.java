package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.dist.PrometheusRules.Rule;

/** The tools of Prometheus and Alertmanager look at the rules, and run their tests. */
@Tag("gates")
@Order(1)
class RulesGateTest {

  private static final Path FOLDER = PrometheusRules.FOLDER;

  @TempDir private Path folder;

  @Test
  void shouldPassTheCheckOfRules() throws IOException, InterruptedException {
    DebianTool promtool =
        DebianTool.run(
            FOLDER,
            "promtool",
            "check",
            "rules",
            "--lint=all",
            "--lint-fatal",
            PrometheusRules.ALERTS,
            PrometheusRules.RECORDINGS);

    assertThat(promtool.exitCode()).as(promtool.output()).isZero();
    assertThat(promtool.output())
        .contains(
            PrometheusRules.alerts().size() + " rules found",
            PrometheusRules.recordings().size() + " rules found");
  }

  @Test
  void shouldFireAndNotFireAsTheTestsOfRulesSay() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("promtool", "test", "rules"));
    PrometheusRules.alerts().stream()
        .map(Rule::name)
        .distinct()
        .forEach(alert -> command.add("tests/" + alert + ".test.yml"));

    DebianTool promtool = DebianTool.run(FOLDER, command.toArray(String[]::new));

    assertThat(promtool.exitCode()).as(promtool.output()).isZero();
    assertThat(promtool.output().split("SUCCESS", -1)).hasSize(command.size() - 3 + 1);
  }

  @Test
  void shouldBeToldWhenAnAlertWouldFlap() throws IOException, InterruptedException {
    String rules = Files.readString(FOLDER.resolve(PrometheusRules.ALERTS));
    Files.writeString(
        folder.resolve(PrometheusRules.ALERTS), rules.replaceAll(" +keep_firing_for: .*\n", ""));
    Files.copy(
        FOLDER.resolve(PrometheusRules.RECORDINGS), folder.resolve(PrometheusRules.RECORDINGS));
    Path tests = Files.createDirectory(folder.resolve("tests"));
    Files.copy(FOLDER.resolve("tests/MuscatBrink.test.yml"), tests.resolve("brink.test.yml"));

    DebianTool promtool =
        DebianTool.run(folder, "promtool", "test", "rules", "tests/brink.test.yml");

    assertThat(promtool.exitCode()).isNotZero();
    assertThat(promtool.output())
        .contains("got: {} 0E+00", "recovery, turned within the day and still seen");
  }

  @Test
  void shouldPassTheCheckOfPrometheusConfiguration() throws IOException, InterruptedException {
    DebianTool promtool = DebianTool.run(FOLDER, "promtool", "check", "config", "prometheus.yml");

    assertThat(promtool.exitCode()).as(promtool.output()).isZero();
    assertThat(promtool.output()).contains("2 rule files found");
  }

  @Test
  void shouldPassTheCheckOfAlertmanager() throws IOException, InterruptedException {
    DebianTool amtool = DebianTool.run(FOLDER, "amtool", "check-config", "alertmanager.yml");

    assertThat(amtool.exitCode()).as(amtool.output()).isZero();
    assertThat(amtool.output()).contains("4 inhibit rules", "4 receivers");
  }

  @ParameterizedTest
  @CsvSource({
    "theatre, critical, watch-page",
    "theatre, warning, watch-mail",
    "engine, critical, on-call",
    "engine, warning, engine-tickets"
  })
  void shouldTellEachConcernToItsReceiver(String concern, String severity, String receiver)
      throws IOException, InterruptedException {
    DebianTool amtool =
        DebianTool.run(
            FOLDER,
            "amtool",
            "config",
            "routes",
            "test",
            "--config.file=alertmanager.yml",
            "concern=" + concern,
            "severity=" + severity);

    assertThat(amtool.exitCode()).as(amtool.output()).isZero();
    assertThat(amtool.output().lines()).last().isEqualTo(receiver);
  }
}
