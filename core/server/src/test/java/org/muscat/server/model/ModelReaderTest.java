package org.muscat.server.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.engine.margin.BandCuts;
import org.muscat.engine.response.AsymmetricResponse;
import org.muscat.engine.theatre.MarginModel;
import org.muscat.engine.theatre.RegimeModel;
import org.muscat.engine.theatre.RegimeModel.AxisMember;
import org.muscat.engine.theatre.TheatreModel;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.config.Problems;
import org.muscat.server.config.ConfigException;
import org.muscat.server.fixture.Home;
import org.muscat.server.index.BoundMember;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.Theatres;
import org.muscat.server.runtime.Session;
import org.muscat.spi.Inputs;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Scale;

class ModelReaderTest {

  @TempDir static Path pluginHome;

  private static LoadedPlugins plugins;

  @TempDir Path folder;

  private final Problems problems = new Problems();
  private Home home;

  @BeforeAll
  static void load() throws IOException {
    plugins = Session.load(Home.in(pluginHome).plugins());
  }

  @AfterAll
  static void unload() {
    plugins.close();
  }

  @BeforeEach
  void home() throws IOException {
    home = Home.in(folder);
  }

  @Test
  void shouldReadAGoodModel() {
    Theatres theatres = read();

    assertThat(problems.all()).isEmpty();
    assertThat(theatres.all()).extracting(Theatre::id).containsExactly("north", "south");
    Theatre north = theatres.all().get(0);
    assertThat(north.title()).isEqualTo("The north");
    assertThat(theatres.all().get(1).title()).isEqualTo("south");
    assertThat(north.model().id()).isEqualTo("test");
    assertThat(north.model().version()).isEqualTo(3);
    assertThat(north.model().hash()).hasSize(12);
    assertThat(north.model().rules().coverageFloor()).isEqualTo(0.5);
    assertThat(north.member("four").indicator().inputs().all())
        .extracting(Inputs.Input::series)
        .containsExactly("test/north");
    assertThat(north.statusWords()).hasSize(1);
    assertThat(theatres.find("south").orElseThrow().member("one").indicator())
        .isEqualTo(north.member("one").indicator());
  }

  @Test
  void shouldTakeAnotherScaleThanTheIndicators() throws IOException {
    change("weight: 2", "weight: 2, scale: {calm: 10, stressed: 20}");

    Scale scale =
        read().all().get(0).model().pillars().get(1).members().stream()
            .filter(member -> member.id().equals("three"))
            .findFirst()
            .orElseThrow()
            .scale();

    assertThat(problems.all()).isEmpty();
    assertThat(scale).isEqualTo(Scale.logistic(10, 20));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model: test | | 2 | option 'model' is missing",
        "model: test | model: | 1 | nothing is not a single value",
        "version: 3 | version: none | 2 | 'none' is not a whole number from 1 on",
        "version: 3 | version: 3\\nversoin: 3 | 3 | unknown option 'versoin', did you mean 'version'?",
        "id: south | title: x | 5 | option 'id' is missing",
        "id: south | id: North/1 | 5 | theatre 'North/1' is not lower-case words joined by hyphens",
        "place: south | palaces: south | 16 | nothing is bound to 'place'; bound are:" + " palaces",
        "indicator: last-value, config: {series: test/one} | indicator: last-valeu | 10 | no loaded"
            + " plugin offers an indicator 'last-valeu', did you mean 'last-value'?",
        "indicator: last-value, config: {series: test/one} | indicator: pressure | 10 | indicator"
            + " 'pressure' has the role axis and cannot stand here",
        "{indicator: strait-status | {indicator: last-value | 18 | indicator 'last-value' has the"
            + " role pillar and cannot stand here",
        "weight: 2 | weight: 0 | 15 | weight of indicator 'three' is not positive: 0.0",
        "weight: 2 | weight: much | 15 | 'much' is not a number",
        "weight: 2 | weight: .nan | 15 | '.nan' is not a number",
        "weight: 2 | weight: NaN | 15 | 'NaN' is not a number",
        "weight: 2 | wieght: 2 | 15 | unknown option 'wieght', did you mean 'weight'?",
        "weight: 2 | scale: {shape: cubic, calm: 1, stressed: 2} | 15 | 'cubic' is not logistic or"
            + " log-logistic",
        "weight: 2 | scale: {calm: 1} | 15 | option 'stressed' is missing",
        "series: test/one} | series: Test One} | 10 | series name 'Test One' is not",
        "series: test/one} | series: test/one, sereis: x} | 10 | unknown option 'sereis', did you mean"
            + " 'series'?",
        "two: {ind | one: {ind | 11 | 'one' is written twice, first in line 10",
        "three: {ind | two: {ind | 7 | indicator two stands twice in the model"
      })
  void shouldTellAMistakeOnceWithItsLine(String good, String bad, int line, String told)
      throws IOException {
    change(good, bad == null ? "" : bad.replace("\\n", "\n"));

    read();

    assertThat(problems.all().stream().distinct()).hasSize(1);
    assertThat(problems.all().get(0).message()).contains(told);
    assertThat(problems.all().get(0).line()).isEqualTo(line);
    assertThat(problems.all().get(0).file()).endsWith("test.yaml");
  }

  @Test
  void shouldTellThatThereAreNoPillars() throws IOException {
    home.model("test", "model: test\nversion: 1\ntheatres: [{id: north}]\n");

    read();

    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().get(0))
        .hasToString(at("test.yaml:1") + "option 'pillars' is missing");
  }

  @Test
  void shouldTellThatThereAreNoTheatresBesideOtherMistakes() throws IOException {
    home.model("test", "model: test\nversion: none\ntheatres: []\npillars: {}\n");

    read();

    assertThat(problems.all())
        .extracting(problem -> problem.line() + ": " + problem.message())
        .contains("2: 'none' is not a whole number from 1 on", "3: the model has no theatres");
  }

  @Test
  void shouldTellAllMistakesInNumbersAtOnce() throws IOException {
    home.model(
        "test",
        """
        model: test
        version: 1
        minimum-live: -1
        theatres: [{id: north}]
        pillars:
          first:
            weight: -0.5
            indicators:
              one: {indicator: last-value, weight: 0, config: {serious: test/one}}
        """);

    read();

    assertThat(problems.all().stream().distinct())
        .extracting(problem -> problem.line() + ": " + problem.message())
        .contains(
            "3: '-1' is not a whole number from 1 on",
            "7: weight of pillar 'first' is not positive: -0.5",
            "9: weight of indicator 'one' is not positive: 0.0",
            "9: unknown option 'serious', did you mean 'series'?")
        .hasSizeLessThan(6);
  }

  @Test
  void shouldTellOnceWhatIsWrongForAllTheatres() throws IOException {
    change("weight: 2", "weight: 0");
    read();

    assertThatThrownBy(() -> ConfigException.throwIfAny(problems))
        .hasMessageStartingWith("1 problem in the configuration:\n");
  }

  @Test
  void shouldNotTakeATheatreOrAModelTwice() throws IOException {
    home.model("twin", Home.MODEL);

    read();

    assertThat(problems.all())
        .extracting(problem -> Path.of(problem.file()).getFileName() + " " + problem.message())
        .containsExactly(
            "twin.yaml model 'test' stands also in " + home.models().resolve("test.yaml"),
            "twin.yaml theatre 'north' stands also in " + home.models().resolve("test.yaml"),
            "twin.yaml theatre 'south' stands also in " + home.models().resolve("test.yaml"));
  }

  @Test
  void shouldTellThatAFolderHasNoModels() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.writeString(empty.resolve("gulf.yml"), "model: gulf");

    ModelReader.read(List.of(empty), plugins, problems);

    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().get(0).message()).contains("no *.yaml");
    assertThat(problems.all().get(0).file()).isEqualTo(empty.toString());
  }

  @Test
  void shouldReadWhatStandsBesideThePillars() throws IOException {
    home.model(
        "test",
        Home.MODEL
            + Home.REGIME
            + """
            power: -1
            response: {eta-down: 0.9, eta-up: 0.3}
            margin: {cuts: [80, 60, 40, 20], days: 7, drift: -0.5}
            history: {from: 2019-01-01, warm-up: P90D}
            """);

    Theatre north = read().all().get(0);

    assertThat(problems.all()).isEmpty();
    TheatreModel definition = north.definition();
    assertThat(north.model().rules().power()).isEqualTo(-1);
    assertThat(definition.response()).isEqualTo(new AsymmetricResponse(0.9, 0.3));
    assertThat(definition.margin())
        .isEqualTo(new MarginModel(new BandCuts(80, 60, 40, 20), 7, -0.5, null));
    assertThat(definition.history())
        .isEqualTo(
            new TheatreModel.History(Instant.parse("2019-01-01T00:00:00Z"), Duration.ofDays(90)));
    Duration maxAge = Duration.ofDays(3);
    RegimeModel regime = definition.regime();
    assertThat(regime.dialogue())
        .containsExactly(new AxisMember("one", 1, LevelMap.linear(0, 100), maxAge));
    assertThat(regime.pressure())
        .containsExactly(new AxisMember("push", 1, LevelMap.linear(100, 0), maxAge));
    assertThat(regime.strait()).isEqualTo(new RegimeModel.Watched("strait", maxAge));
    assertThat(regime.agreement()).isEqualTo(new RegimeModel.Watched("one", maxAge));
    assertThat(regime.ultimatum()).isNull();
    assertThat(definition.inputs()).containsExactlyInAnyOrderElementsOf(ids(north));
    assertThat(north.member("strait")).isSameAs(north.statusWords().get(0));
  }

  private static List<String> ids(Theatre theatre) {
    return theatre.members().stream().map(BoundMember::id).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "power: much | 19 | 'much' is not a number",
        "responce: {} | 19 | unknown option 'responce', did you mean 'response'?",
        "response: {eta-down: 2} | 19 | fraction of the gap closed down 2.0 is not in (0,1]",
        "response: {eta-dwon: 1} | 19 | unknown option 'eta-dwon', did you mean 'eta-down'?",
        "margin: {cuts: [70, 55]} | 19 | the cuts are four falling numbers",
        "margin: {cuts: [70, 55, 60, 20]} | 19 | must fall inside (0,100)",
        "margin: {days: 0} | 19 | horizon of 0.0 days must be positive",
        "history: {from: soon} | 19 | 'soon' is not a date such as 2019-01-01",
        "history: {from: 2019-01-01, warm-up: -P1D} | 19 | from PT0S to a century",
        "history: {warm-up: P1D} | 19 | name 'from'",
        "regime: {rho: 1} | 19 | give the model 'axes'",
        "axes: {talks: {one: 1}} | 19 | unknown option 'talks'; known are: dialogue, kinetic, pressure",
        "axes: {dialogue: {one: 1}} | 19 | give it a map, such as",
        "axes: {dialogue: {one: {map: {shape: cubic}}}} | 19 | 'cubic' is not linear, normal or",
        "axes: {dialogue: {one: {map: {shape: linear, zero: 1, one: 1}}}} | 19 | must be finite and differ",
        "axes: {dialogue: {one: {map: {shape: normal, zero: 1}}}} | 19 | unknown option 'zero'",
        "axes: {dialogue: {one: {map: {shape: intensity, mean: 0}}}} | 19 | is not positive",
        "axes: {dialogue: {one: {weight: 0, map: {shape: normal}}}} | 19 | weight of 'one' on its axis",
        "axes: {dialogue: {one: {map: {shape: normal}, config: {series: x}}}} | 19 | 'one' is an input of"
            + " this model already; leave 'config' out",
        "axes: {dialogue: {one: {map: {shape: normal}, indicator: pressure}}} | 19 | leave 'indicator' out",
        "axes: {dialogue: {talks: {map: {shape: normal}}}} | 19 | no loaded plugin offers an indicator"
            + " 'talks'; known are: last-value, pressure, slow-value, strait-status",
        "axes: {dialogue: {x: {indicator: last-value, config: {series: test/x}}}} | 19 | has the role"
            + " pillar and cannot stand here",
        "axes: {}\\nregime: {thresholds: mine} | 20 | 'mine' is not default",
        "axes: {}\\nregime: {rho: 0} | 20 | rho 0.0 is not positive",
        "axes: {}\\nregime: {straight: strait} | 20 | unknown option 'straight', did you mean 'strait'?",
        "axes: {}\\nregime: {strait: nowhere} | 20 | no loaded plugin offers an indicator 'nowhere'",
        "axes: {}\\nregime: {ultimatum: {indicator: pressure, config: {series: test/x}}} | 20 | has the"
            + " role axis and cannot stand here",
        "axes: {}\\nregime: {mediation: {config: {series: test/x}}} | 20 | option 'indicator' is missing",
        "structure: {indicator: last-value} | 19 | has the role pillar and cannot stand here",
        "structure: {indicator: framework} | 19 | no loaded plugin offers an indicator 'framework'",
        "opacity: {points: 12} | 19 | option 'indicator' is missing",
        "opacity: [{points: 12}] | 19 | option 'indicator' is missing",
        "opacity: {indicator: hidden, pionts: 12} | 19 | unknown option 'pionts', did you mean 'points'?"
      })
  void shouldTellAMistakeBesideThePillars(String line, int number, String told) throws IOException {
    home.model("test", Home.MODEL + line.replace("\\n", "\n") + "\n");

    read();

    assertThat(problems.all()).isNotEmpty();
    assertThat(problems.all())
        .allSatisfy(problem -> assertThat(problem.line()).isEqualTo(number))
        .anySatisfy(problem -> assertThat(problem.message()).contains(told));
  }

  private Theatres read() {
    return ModelReader.read(List.of(home.models()), plugins, problems);
  }

  private void change(String good, String bad) throws IOException {
    assertThat(Home.MODEL).contains(good);
    home.model("test", Home.MODEL.replace(good, bad));
  }

  private String at(String place) {
    return home.models().resolve(place) + ": ";
  }
}
