package org.muscat.dashboards.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RecordingsTest {

  private static final Path RULES = Path.of("..", "prometheus", "muscat-recording.rules.yml");

  @Test
  void shouldHaveTheLabelsOfTheFamilyThatARuleReads() throws IOException {
    Series drop = Recordings.read(RULES).series("theatre:muscat_stability_ratio:drop1d");

    assertThat(drop.labels()).containsExactlyInAnyOrder("model", "theatre", "job", "instance");
  }

  @Test
  void shouldHaveTheLabelsThatARuleKeeps() throws IOException {
    Series failures = Recordings.read(RULES).series("feed:muscat_feed_fetch_failures:ratio1d");

    assertThat(failures.labels()).containsExactlyInAnyOrder("feed", "job", "instance");
  }

  @Test
  void shouldHaveNoBucketsLeftOfAQuantile() throws IOException {
    Series calls = Recordings.read(RULES).series("plugin:muscat_plugin_call_seconds:p99_1h");

    assertThat(calls.labels()).containsExactlyInAnyOrder("plugin", "call", "job", "instance");
  }

  @Test
  void shouldRefuseWhatNoRuleRecords() throws IOException {
    Recordings recordings = Recordings.read(RULES);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> recordings.series("theatre:muscat_stability_ratio:delta30d"))
        .withMessageContaining("no rule records theatre:muscat_stability_ratio:delta30d");
  }
}
