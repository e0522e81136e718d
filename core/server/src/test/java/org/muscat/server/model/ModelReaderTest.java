package org.muscat.server.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.config.Problems;
import org.muscat.server.config.ConfigException;
import org.muscat.server.fixture.Home;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.Theatres;
import org.muscat.server.runtime.Session;
import org.muscat.spi.Inputs;
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
            + " plugin offers an indicator 'last-valeu'; there are: last-value, pressure,"
            + " strait-status",
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
