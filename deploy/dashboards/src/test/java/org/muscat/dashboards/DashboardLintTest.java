package org.muscat.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboards keep the rules, and what breaks a rule is noticed. */
class DashboardLintTest {

  @ParameterizedTest
  @ValueSource(strings = {Common.OVERVIEW, Common.THEATRE, Common.ENGINE})
  void shouldKeepAllRules(String uid) throws IOException {
    assertThat(Linter.lint(Written.dashboard(uid))).isEmpty();
  }

  @Test
  void shouldHaveWhatTheTheatreIsAskedFor() throws IOException {
    JsonNode theatre = Written.dashboard(Common.THEATRE);

    assertThat(Written.panels(theatre)).hasSizeGreaterThan(20);
    assertThat(theatre.at("/panels/1/title").asText()).startsWith("Stability now");
    assertThat(theatre.at("/annotations/list").findValuesAsText("name"))
        .containsExactly("Regime", "Model", "A source told its past anew");
  }

  /** Each row changes the text of the engine's dashboard as somebody might. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "uneditable-dashboard               | \"editable\" : false          | \"editable\" : true",
        "stable-uid                         | muscat-engine\",              | abc\",",
        "schema-version                     | \"schemaVersion\" : 41        | \"schemaVersion\" : 12",
        "time-zone                          | \"timezone\" : \"utc\"        | \"timezone\" : \"browser\"",
        "refresh                            | \"refresh\" : \"30s\"         | \"refresh\" : \"\"",
        "template-datasource-rule           | \"label\" : \"Data source\"   | \"label\" : \"Server\"",
        "template-on-time-change-reload-rule| \"refresh\" : 2               | \"refresh\" : 1",
        "template-job-rule                  | \"label\" : \"Job\"           | \"label\" : \"Work\"",
        "template-job-rule                  | \"includeAll\" : false        | \"includeAll\" : true",
        "template-instance-rule             | \"label\" : \"Instance\"      | \"label\" : \"One\"",
        "template-unused-rule               | plugin=~\\\"$plugin\\\"       | plugin=~\\\".+\\\"",
        "panel-datasource-rule              | \"uid\" : \"${datasource}\"   | \"uid\" : \"prometheus\"",
        "panel-title-description-rule       | \"title\" : \"Threads\"       | \"title\" : \"\"",
        "panel-units-rule                   | \"unit\" : \"bytes\"          | \"unit\" : \"octets\"",
        "unique-titles                      | \"title\" : \"Threads\"       | \"title\" : \"Heap\"",
        "target-rate-interval-rule          | [$__rate_interval]            | [5m]",
        "target-counter-agg-rule            | rate(muscat_plugin_cpu        | idelta(muscat_plugin_cpu",
        "target-job-rule                    | {job=~\\\"$job\\\",           | {",
        "target-instance-rule               | ,instance=~\\\"$instance\\\"  | ~~",
        "target-promql-rule                 | max by (instance) (           | max by (instance) ((",
        "target-promql-rule                 | $instance\\\"                 | $replica\\\"",
        "no-hidden-targets                  | \"exemplar\" : false          | \"hide\" : true",
        "absence                            | - time()                      | or vector(0) - time()",
        "absence                            | \"noValue\" : \"none: Muscat  | \"was\" : \"none: Muscat",
        "no-mean                            | max by (                      | avg by (",
        "gaps                               | \"spanNulls\" : false         | \"spanNulls\" : 90000000",
        "grid                               | \"w\" : 24                    | \"w\" : 23",
        "empty-cells                        | \"id\" : \"noValue\"      | \"id\" : \"decimals\"",
        "kinds                              | \"type\" : \"bargauge\"       | \"type\" : \"graph\"",
        "thresholds                         | \"steps\" : [                 | \"step\" : ["
      })
  void shouldComplainOfWhatBreaksARule(String rule, String from, String to) throws IOException {
    String sound = Written.texts().get(Common.ENGINE + ".json");
    assertThat(sound).contains(from);

    JsonNode broken = new ObjectMapper().readTree(sound.replace(from, to == null ? "" : to));

    assertThat(Linter.lint(broken)).anyMatch(complaint -> complaint.startsWith(rule + ":"));
  }
}
