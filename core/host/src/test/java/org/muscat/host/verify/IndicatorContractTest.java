package org.muscat.host.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;

/** What the contract finds in indicators; each breaks one rule. */
class IndicatorContractTest {

  private static final String SOUND =
      """
      Series x = known.series("test/x");
      if (x.isEmpty()) return new NoData("'test/x' is empty");
      return Measured.of(x.lastValue(), x.lastTime());
      """;

  @TempDir private Path folder;

  @Test
  void shouldFindNothingInASoundIndicator() throws IOException {
    PluginSource sound = PluginSource.of("Sound", "sound").indicator("level", SOUND);

    assertThat(trying().findings(sound)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no-data-without-data | return Measured.of(0, known.asOf()); | it measures 0.0 when nothing",
        "no-data-without-data | throw new IllegalStateException(\"oh\"); | IllegalStateException: oh",
        "no-data-without-data | return null; | gave null",
        "no-data-without-data | return Measured.of(1, Instant.MAX); | not in the years 1 to 9999; a host"
            + " takes it for none (P403)",
        "deterministic | return Measured.of(1, Instant.MIN); | not in the years 1 to 9999",
        "measures | return new NoData(\"never\"); | it has no data, at the first because",
        "honest-age | return Measured.of(1, known.asOf().plusSeconds(1)); | its newest input is of",
        "deterministic | return Measured.of(System.nanoTime(), known.asOf()); | a second time",
        "order-free | return Measured.of(++seen, known.asOf()); | in another order",
        "stateless | return Measured.of(seen = Math.max(seen, known.series(\"test/x\").lastValue()),"
            + " known.series(\"test/x\").lastTime()); | when it has read later moments",
        "no-look-ahead | return Measured.of(seen = Math.max(seen, known.series(\"test/x\").lastValue()),"
            + " known.series(\"test/x\").lastTime()); | became known after",
        "honest-without-input | return Measured.of(known.series(\"test/x\").isEmpty() ? 0 : .5,"
            + " known.asOf()); | calmer, 0.0 without the input 'test/x'",
        "honest-when-stale | return Measured.of(known.series(\"test/x\").size() / 10.0,"
            + " known.asOf()); | without the newest quarter of 'test/x'",
        "monotone | return Measured.of(1 - known.series(\"test/x\").lastValue() / 2, known.asOf());"
            + " | against UP",
      })
  void shouldFindWhatBreaksARule(String check, String read, String message) throws IOException {
    PluginSource plugin =
        PluginSource.of("Broken", "broken").members("static double seen;").indicator("level", read);

    List<Finding> findings = trying().findings(plugin, check);

    assertThat(findings)
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              assertThat(finding.check()).isEqualTo(check);
              assertThat(finding.subject()).isEqualTo("indicator 'level'");
              assertThat(finding.fix()).isNotBlank();
            })
        .anySatisfy(finding -> assertThat(finding.message()).contains(message));
  }

  @Test
  void shouldNotWaitForAnIndicatorThatNeverReturns() throws IOException {
    PluginSource plugin =
        PluginSource.of("Spin", "spin")
            .indicator("level", "spinUntil(\"contract.spin\"); return null;");

    List<Finding> findings = trying().within(Duration.ofMillis(500)).findings(plugin, "measures");
    System.setProperty("contract.spin", "over");

    assertThat(findings)
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("ignored the interrupt"));
  }

  @Test
  void shouldFindAReadingThatItsScaleCannotPlace() throws IOException {
    PluginSource plugin =
        PluginSource.of("Log", "log")
            .rawIndicator(
                "logarithmic(new Kind(\"level\", (config, known) ->"
                    + " Measured.of(-1, known.series(\"test/x\").lastTime())))")
            .members(
                """
                static IndicatorProvider<Config> logarithmic(Kind kind) {
                  return new IndicatorProvider<>() {
                    public IndicatorDescriptor descriptor() { return kind.descriptor(); }
                    public Class<Config> configType() { return Config.class; }
                    public Inputs inputs(Config config) { return kind.inputs(config); }
                    public Scale scale(Config config) { return Scale.logLogistic(1, 2); }
                    public Indicator create(Config config) { return kind.create(config); }
                  };
                }
                """);

    assertThat(trying().findings(plugin, "bounded"))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.message()).contains("has no logarithm"));
  }

  @Test
  void shouldFindThreadsOfAnIndicatorThatIsMade() throws IOException {
    PluginSource plugin =
        PluginSource.of("Threads", "threads")
            .members(
                """
                static IndicatorProvider<Config> busy(Kind kind) {
                  return new IndicatorProvider<>() {
                    public IndicatorDescriptor descriptor() { return kind.descriptor(); }
                    public Class<Config> configType() { return Config.class; }
                    public Inputs inputs(Config config) { return kind.inputs(config); }
                    public Indicator create(Config config) {
                      Thread thread =
                          new Thread(() -> spinUntil("contract.thread"), "acme-poller");
                      thread.setDaemon(true);
                      thread.start();
                      return kind.create(config);
                    }
                  };
                }
                """)
            .rawIndicator("busy(new Kind(\"level\", (config, known) -> new NoData(\"none\")))");

    List<Finding> findings = trying().findings(plugin, "made-without-threads");
    System.setProperty("contract.thread", "over");

    assertThat(findings)
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("'acme-poller'"));
  }

  @Test
  void shouldTryEachRuleThatNeedsNoSampleWithoutOne() throws IOException {
    PluginSource plugin =
        PluginSource.of("Zero", "zero").indicator("level", "return Measured.of(0, known.asOf());");

    assertThat(new Trying(folder).failing(plugin)).containsExactly("no-data-without-data");
  }

  @Test
  void shouldSayWhyACandidateIsRejected() throws IOException {
    PluginJar jar = PluginJar.named("empty").entry("readme.txt", new byte[0]);

    assertThat(new Trying(folder).findings(jar, check -> true))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.check()).isEqualTo("loads");
              assertThat(finding.message()).contains("empty.jar is rejected, P103");
            });
  }

  @Test
  void shouldRefuseASampleForWhatIsNotOffered() {
    PluginSource plugin = PluginSource.of("Sound", "sound").indicator("other", SOUND);

    assertThatThrownBy(() -> trying().findings(plugin))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a sample for the indicator 'level'")
        .hasMessageContaining("[other]");
  }

  private Trying trying() {
    return new Trying(folder).sample("level", Map.of(Trying.INPUT, Drive.UP));
  }
}
