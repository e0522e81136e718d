package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.host.Readings.read;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.Problems;
import org.muscat.host.load.PlainText;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;

/** What a call gives is looked at alike, whether its code runs here or in a child JVM. */
class GivenTest {

  private static final Instant NOW = Instant.parse("2024-01-31T00:00:00Z");
  private static final GuardSettings PATIENT =
      new GuardSettings(
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofMillis(500));

  @TempDir private Path folder;

  private Optional<LoadedPlugins> plugins = Optional.empty();

  private enum Mode {
    HOST,
    PROCESS;

    Isolation isolation() {
      return this == HOST ? Isolation.HOST : Isolation.process(64);
    }
  }

  @AfterEach
  void close() {
    plugins.ifPresent(LoadedPlugins::close);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HOST    | Measured.of(1, null) | P406 | observed-at of a reading is null
          PROCESS | Measured.of(1, null) | P406 | observed-at of a reading is null
          HOST    | Measured.of(1, known.asOf()).fact("a", null) | P406 | text of fact a is null
          HOST    | Measured.of(1, Instant.MAX) | P403 | not in the years 1 to 9999
          PROCESS | Measured.of(1, Instant.MAX) | P403 | not in the years 1 to 9999
          HOST    | Measured.of(1, Instant.MIN) | P403 | not in the years 1 to 9999
          PROCESS | new NoData(null) | P406 | reason is null
          """)
  void shouldTakeWhatIsNoReadingForAMissingOne(Mode mode, String reading, String code, String words)
      throws IOException {
    PluginSource source = PluginSource.of("A", "acme").indicator("bad", "return " + reading + ";");
    load(mode, source.indicator("good", "return Measured.of(7, known.asOf());"));

    var outcomes = read(plugins.orElseThrow(), "bad", "good");

    assertThat(outcomes.get(0).failure().orElseThrow().kind().code()).isEqualTo(code);
    assertThat(outcomes.get(0).reading().toString()).contains(words);
    assertThat(outcomes.get(1).reading()).isInstanceOf(Measured.class);
    assertThat(plugins.orElseThrow().verdicts().get(0).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @EnumSource
  void shouldCutTextsOfReadingsAndKeepThemInTheirLine(Mode mode) throws IOException {
    load(
        mode,
        PluginSource.of("A", "acme")
            .indicator("long", "return new NoData(\"x\".repeat(5_000_000));")
            .indicator(
                "lines",
                "return Measured.of(1, known.asOf()).fact(\"a\", \"b\\n\\u001b[2Jc\")"
                    + ".partial(\"d\\te\");"));

    var outcomes = read(plugins.orElseThrow(), "long", "lines");

    assertThat(((NoData) outcomes.get(0).reading()).reason())
        .hasSizeLessThan(PlainText.LONGEST + 100)
        .endsWith("... (5000000 characters)");
    Measured lines = (Measured) outcomes.get(1).reading();
    assertThat(lines.facts()).containsEntry("a", "b \\u001b[2Jc");
    assertThat(lines.caveat()).contains("d e");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HOST    | Observation.point("a/b", null, 1) | "c" | P406 | observed-at of a/b is null
          PROCESS | Observation.point("a/b", null, 1) | "c" | P406 | observed-at of a/b is null
          HOST    | Observation.point("a/b", Instant.MAX, 1) | "c" | P403 | a/b with the observed-at
          PROCESS | Observation.point("a/b", Instant.MAX, 1) | "c" | P403 | a/b with the observed-at
          HOST    | Observation.point("a/b", Instant.EPOCH, 1) | null | P406 | next cursor of a batch is null
          HOST    | Observation.point("a/b", Instant.EPOCH, 1) | "c".repeat(2_000_000) | P403 | a cursor of 2000000 characters
          PROCESS | Observation.point("a/b", Instant.EPOCH, 1) | "c".repeat(2_000_000) | P403 | a cursor of 2000000 characters
          HOST    | Observation.event("a/b", "k", Instant.EPOCH, "t", 1, Collections.singletonMap("x", null)) | "c" | P406 | attribute 'x' of a/b is null
          HOST    | Observation.event("a/b", "k", Instant.EPOCH, "t", 1, Map.of("x", "y".repeat(200_000))) | "c" | P403 | attributes of 200001 characters
          """)
  void shouldTakeWhatIsNoBatchForAFailedFetch(
      Mode mode, String observation, String cursor, String code, String words) throws IOException {
    load(
        mode,
        PluginSource.of("A", "acme")
            .feed(
                "drop",
                "return Batch.last(List.of(" + observation + "), List.of(), " + cursor + ");"));

    CallFailed failure = fetch();

    assertThat(failure.kind().code()).isEqualTo(code);
    assertThat(failure.message()).contains(words);
  }

  private void load(Mode mode, PluginSource source) throws IOException {
    PluginJar.of("a", source).in(folder);
    plugins =
        Optional.of(
            PluginLoader.load(folder, new HostSettings(PATIENT, Map.of(), mode.isolation())));
    assertThat(plugins.get().verdicts()).extracting(Verdict::status).containsOnly(Status.ACTIVE);
  }

  private CallFailed fetch() {
    Problems problems = new Problems();
    ConfigNode config = ConfigReader.parse("muscat.yaml", "{}", problems).orElseThrow();
    HostedFeed feed =
        plugins
            .orElseThrow()
            .feed("drop")
            .orElseThrow()
            .open("drop", config, folder, Clock.fixed(NOW, ZoneOffset.UTC), problems)
            .orElseThrow();
    FetchOutcome outcome = feed.fetch(FetchRequest.first(NOW.plusSeconds(60)));
    assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
    return ((FetchOutcome.Failed) outcome).failure();
  }
}
