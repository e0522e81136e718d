package org.muscat.host.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.Option;

class OptionalOptionsTest {

  enum Side {
    BOTH_WAYS,
    WEST
  }

  record Lenient(
      @Option(doc = "folder") Optional<Path> folder,
      @Option(doc = "days", min = 1) Optional<Integer> days,
      @Option(
              doc = "actors",
              allowed = {"USA", "IRN"})
          Optional<List<String>> actors,
      @Option(doc = "side", defaultValue = "west") Optional<Side> side) {}

  record OptionallyStrange(
      @Option(doc = "a") Optional<Thread> a, @Option(doc = "b") Optional<Optional<String>> b) {}

  private final Problems problems = new Problems();

  @Test
  void shouldBeEmptyWhereAnOptionalValueIsNotGiven() {
    Optional<Bound<Lenient>> none = bind("{}", Lenient.class);

    assertThat(problems.all()).isEmpty();
    assertThat(none.orElseThrow().value())
        .isEqualTo(
            new Lenient(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Side.WEST)));
  }

  @Test
  void shouldBindOptionalValues() {
    Optional<Bound<Lenient>> all =
        bind("{folder: a/b, days: 3, actors: [IRN], side: both-ways}", Lenient.class);

    assertThat(problems.all()).isEmpty();
    assertThat(all.orElseThrow().value())
        .isEqualTo(
            new Lenient(
                Optional.of(Path.of("a/b")),
                Optional.of(3),
                Optional.of(List.of("IRN")),
                Optional.of(Side.BOTH_WAYS)));
  }

  @Test
  void shouldTakeNothingForAnOptionalValueThatIsNotGiven() {
    Lenient nothing = bind("folder:\ndays: ~\nside: null\n", Lenient.class).orElseThrow().value();

    assertThat(nothing.folder()).isEmpty();
    assertThat(nothing.days()).isEmpty();
    assertThat(nothing.side()).isEmpty();
  }

  @Test
  void shouldBoundOptionalValuesToo() {
    bind("{days: 0, actors: [USA, OMN]}", Lenient.class);

    assertThat(problems.all())
        .extracting(Problem::message)
        .containsExactly("0 is less than the smallest allowed, 1", "'OMN' is not one of: USA, IRN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{side: ~}", "{days: 7, actors: [], folder: '~'}"})
  void shouldGiveATextOfOptionalValuesThatBindsToTheSameRecord(String yaml) {
    Bound<Lenient> first = bind(yaml, Lenient.class).orElseThrow();

    assertThat(bind(first.text(), Lenient.class)).contains(first);
  }

  @Test
  void shouldWriteAnOptionalValueAsItsValue() {
    assertThat(bind("{days: 7}", Lenient.class).orElseThrow().text())
        .isEqualTo("{folder: ~, days: 7, actors: ~, side: west}");
  }

  @Test
  void shouldRefuseOptionalTypesThatOptionsCannotHaveEvenIfNothingIsGiven() {
    bind("{}", OptionallyStrange.class);

    assertThat(problems.all())
        .hasSize(2)
        .allMatch(p -> p.message().contains("which options cannot have"));
  }

  private <C extends Record> Optional<Bound<C>> bind(String yaml, Class<C> type) {
    ConfigNode node = ConfigReader.parse("model.yaml", yaml, problems).orElseThrow();
    return RecordBinder.bind(node, type, problems);
  }
}
