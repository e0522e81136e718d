package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.Problem;
import org.muscat.host.config.Problems;
import org.muscat.spi.Inputs;
import org.muscat.spi.Scale;

class IndicatorHandleTest {

  private final Problems problems = new Problems();
  private final LoadedPlugins plugins;
  private final IndicatorHandle handle;

  IndicatorHandleTest(@TempDir Path folder) throws IOException {
    PluginJar.of("a", PluginSource.good("A", "acme", "fine")).in(folder);
    plugins = PluginLoader.load(folder);
    handle = plugins.indicator("fine").orElseThrow();
  }

  @AfterEach
  void close() {
    plugins.close();
  }

  @Test
  void shouldDescribeTheIndicatorAndItsPlugin() {
    assertThat(handle.descriptor().id()).isEqualTo("fine");
    assertThat(handle.plugin().id()).isEqualTo("acme");
  }

  @Test
  void shouldBindARecordOfAnotherClassLoader() {
    BoundIndicator bound = bind("{name: brent}").orElseThrow();

    assertThat(bound).hasToString("fine {times: 1, name: \"brent\"}");
    assertThat(bound.inputs().all()).extracting(Inputs.Input::series).containsExactly("test/brent");
  }

  @Test
  void shouldBeEqualWithEqualConfigurations() {
    BoundIndicator written = bind("{name: x, times: 1}").orElseThrow();
    BoundIndicator defaults = bind("{}").orElseThrow();
    BoundIndicator other = bind("{times: 2}").orElseThrow();

    assertThat(written).isEqualTo(defaults).hasSameHashCodeAs(defaults).isNotEqualTo(other);
  }

  @Test
  void shouldHaveTheScaleAndUncertaintyOfItsKind() {
    BoundIndicator bound = bind("{}").orElseThrow();

    assertThat(bound.scale()).isEqualTo(handle.descriptor().scale());
    assertThat(bound.uncertainty()).isEqualTo(handle.descriptor().uncertainty());
  }

  @Test
  void shouldHaveTheScaleOfItsConfiguration() {
    assertThat(bind("{name: steep, times: 7}").orElseThrow().scale())
        .isEqualTo(Scale.linear(0, 0, 7, 100));
  }

  @Test
  void shouldReportAMissingScale() {
    assertThat(bind("name: scaleless\n")).isEmpty();
    assertThat(problems.all())
        .containsExactly(
            new Problem(
                "model.yaml",
                1,
                "",
                "indicator 'fine' of plugin 'acme' cannot be made: scale() gave null; tell the author"
                    + " of the plugin"));
  }

  @Test
  void shouldReportAllOptionsThatAreWrong() {
    Optional<BoundIndicator> none = bind("times: -1\nnam: y\n");

    assertThat(none).isEmpty();
    assertThat(problems.all())
        .containsExactly(
            new Problem(
                "model.yaml", 2, "nam", "unknown option 'nam', did you mean 'name'?", "P201"),
            new Problem(
                "model.yaml", 1, "times", "-1 is less than the smallest allowed, 0", "P202"));
  }

  @Test
  void shouldReportWhatThePluginFindsWithTheLineOfTheOption() {
    Optional<BoundIndicator> none = bind("times: 3\nname: bad\n");

    assertThat(none).isEmpty();
    assertThat(problems.all())
        .containsExactly(new Problem("model.yaml", 2, "name", "'bad' does not fit", "P202"));
  }

  @Test
  void shouldReportWhatThePluginThrows() {
    Optional<BoundIndicator> none = bind("name: broken\n");

    assertThat(none).isEmpty();
    assertThat(problems.all())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.toString())
                    .startsWith(
                        "model.yaml:1: indicator 'fine' of plugin 'acme' cannot be made: create()"
                            + " threw java.lang.IllegalStateException: no create (A.java:"));
  }

  @Test
  void shouldReportASeriesNameThatThePluginMakesUp() {
    bind("name: Not A Series\n");

    assertThat(problems.all())
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("inputs()", "test/Not A Series"));
  }

  private Optional<BoundIndicator> bind(String yaml) {
    ConfigNode config = ConfigReader.parse("model.yaml", yaml, problems).orElseThrow();
    return handle.bind(config, problems);
  }
}
