package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.Problem;
import org.muscat.host.config.Problems;
import org.muscat.spi.Measured;
import org.muscat.spi.Observation;
import org.muscat.spi.SeriesView;
import org.muscat.testkit.History;

/** Indicators of a plugin in a child JVM, beside the same plugin in this one. */
class ProcessIndicatorTest extends ProcessTest {

  ProcessIndicatorTest(@TempDir Path folder) {
    super(folder);
  }

  @Test
  void shouldReadTheSameAsInTheHostToTheLastBit() throws IOException {
    String body =
        """
        Series points = known.series("test/x");
        double sum = 0;
        for (int i = 0; i < points.size(); i++) sum += points.value(i) / 3 + points.millis(i) * 1e-9;
        String events = "";
        for (Event e : known.events("test/x")) {
          events += e.key() + e.observedAt() + e.knownAt() + e.type() + e.value() + e.attributes();
          sum += e.value() * Math.PI;
        }
        return Measured.of(sum, known.asOf().minusNanos(1)).fact("events", events)
            .fact("zone", ZoneId.systemDefault().getId()).partial("of " + points);
        """;
    PluginJar.of("a", PluginSource.of("A", "acme").indicator("sum", body)).in(folder());
    History history =
        new History()
            .add(Observation.point("test/x", Readings.NOW.minusSeconds(7), 0.1))
            .add(Observation.point("test/x", Readings.NOW.minusSeconds(5), -1e-300))
            .add(
                Observation.event(
                    "test/x",
                    "k",
                    Readings.NOW.minusNanos(3),
                    "t\u00e9",
                    0.7,
                    Map.of("b", "2", "a", "\u4e2d")));

    Outcome here = read(inHost(), "sum", history);
    Outcome there = read(inProcess(Readings.PATIENT), "sum", history);

    assertThat(here.failure()).isEmpty();
    assertThat(there).isEqualTo(here);
  }

  @Test
  void shouldBindTheSameConfigurationWithTheSameProblems() throws IOException {
    PluginJar.of("a", PluginSource.good("A", "acme", "steep")).in(folder());
    String wrong = "times: -1\nnmae: x\n";
    String refused = "name: bad\n";
    String broken = "\n\nname: broken\n";

    List<List<Problem>> here = new ArrayList<>();
    inHost();
    List.of(wrong, refused, broken).forEach(text -> here.add(problems(text)));
    List<List<Problem>> there = new ArrayList<>();
    inProcess(Readings.PATIENT);
    List.of(wrong, refused, broken).forEach(text -> there.add(problems(text)));

    assertThat(here).allSatisfy(problems -> assertThat(problems).isNotEmpty());
    assertThat(there).isEqualTo(here);
    assertThat(there.get(0)).extracting(Problem::line).contains(1, 2);
  }

  @Test
  void shouldBindTheSameIndicator() throws IOException {
    PluginJar.of("a", PluginSource.good("A", "acme", "steep")).in(folder());
    ConfigNode config = node("{times: 3, name: steep}");

    BoundIndicator here = bind(inHost(), config);
    BoundIndicator there = bind(inProcess(Readings.PATIENT), config);

    assertThat(there).isEqualTo(here);
    assertThat(there.inputs()).usingRecursiveComparison().isEqualTo(here.inputs());
    assertThat(there.scale()).isEqualTo(here.scale());
    assertThat(there.uncertainty()).isEqualTo(here.uncertainty());
    assertThat(there.level()).isEqualTo(here.level());
    assertThat(plugins().indicator("steep").orElseThrow().options())
        .extracting(option -> option.name())
        .containsExactly("times", "name");
  }

  @Test
  void shouldTellWhatAPluginThrewInTheSameWords() throws IOException {
    String body =
        "throw new RuntimeException(\"outer\", new java.io.IOException(\"no \\u00e4 disk\"));";
    PluginJar.of(
            "a",
            PluginSource.of("A", "acme")
                .indicator("thrower", body)
                .indicator("null", "return null;")
                .indicator("other", "known.series(\"test/other\"); return null;")
                .indicator("deep", "return deep(0);")
                .members("static Reading deep(int n) { return deep(n + 1); }"))
        .in(folder());
    String[] ids = {"thrower", "null", "deep"};

    List<Outcome> here = Readings.read(inHost(), ids);
    List<Outcome> there = Readings.read(inProcess(Readings.PATIENT), ids);

    assertThat(there).isEqualTo(here);
    assertThat(Readings.read(plugins(), "other").get(0).failure().orElseThrow().message())
        .contains("'test/other' is not among the declared inputs");
  }

  @Test
  void shouldNotMindWhatAPluginPrints() throws IOException {
    String body =
        """
        for (int i = 0; i < 50000; i++) System.out.println("noise " + i);
        return Measured.of(new Scanner(System.in).hasNext() ? 1 : 0, known.asOf());
        """;
    PluginJar.of("a", PluginSource.of("A", "acme").indicator("noise", body)).in(folder());

    Outcome outcome = Readings.read(inProcess(Readings.PATIENT), "noise").get(0);

    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.reading()).hasToString("0.0 at " + Readings.NOW);
  }

  @Test
  void shouldGiveTheProcessNothingOfTheEnvironmentThatMayBeSecret() throws IOException {
    String body =
        "return Measured.of(1, known.asOf()).fact(\"names\", new TreeSet<>(System.getenv().keySet()).toString());";
    PluginJar.of("a", PluginSource.of("A", "acme").indicator("env", body)).in(folder());

    Outcome outcome = Readings.read(inProcess(Readings.PATIENT), "env").get(0);

    String names = ((Measured) outcome.reading()).facts().get("names");
    assertThat(List.of(names.replaceAll("[\\[\\] ]", "").split(",")))
        .isSubsetOf("PATH", "HOME", "TMPDIR", "TZ", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE");
    assertThat(System.getenv().keySet()).as("the host has more").anyMatch(n -> !names.contains(n));
  }

  @Test
  void shouldSendAndTakeMoreThanThePipesHold() throws IOException {
    String body =
        """
        Measured all = Measured.of(known.events("test/x").size(), known.asOf());
        return all.fact("big", "x".repeat(3_000_000));
        """;
    PluginJar.of("a", PluginSource.of("A", "acme").indicator("big", body)).in(folder());
    History history = new History();
    for (int i = 0; i < 20_000; i++) {
      Instant at = Readings.NOW.minusSeconds(i);
      history.add(Observation.event("test/x", "key-" + i, at, "t", i, Map.of("a", "b".repeat(50))));
    }

    Outcome outcome = read(inProcess(Readings.PATIENT), "big", history);

    assertThat(outcome.reading()).isInstanceOf(Measured.class);
    assertThat(((Measured) outcome.reading()).value()).isEqualTo(20_000);
  }

  private static Outcome read(LoadedPlugins plugins, String id, History history) {
    BoundIndicator indicator = Readings.bind(plugins, id);
    SeriesView view = history.view(Readings.NOW, indicator.inputs());
    return plugins.readAll(List.of(new ReadRequest(indicator, view))).get(0);
  }

  private List<Problem> problems(String text) {
    Problems problems = new Problems();
    assertThat(plugins().indicator("steep").orElseThrow().bind(node(text), problems)).isEmpty();
    return problems.all();
  }

  private static BoundIndicator bind(LoadedPlugins plugins, ConfigNode config) {
    return plugins.indicator("steep").orElseThrow().bind(config, new Problems()).orElseThrow();
  }

  private static ConfigNode node(String text) {
    return ConfigReader.parse("model.yaml", text, new Problems()).orElseThrow();
  }
}
