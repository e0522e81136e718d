package org.muscat.host.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Option;

class OptionLimitsTest {

  record Actors(
      @Option(doc = "codes of states", pattern = "[A-Z]{3}", example = "[USA, IRN]")
          List<String> dyad,
      @Option(doc = "weights", defaultValue = "[1]", min = 0, max = 2) List<Double> weights) {}

  record Renamed(
      @Option(
              doc = "number of days",
              defaultValue = "7",
              formerNames = {"days", "span"})
          int window) {}

  record Broken(@Option(doc = "a name", pattern = "[a-z") String name) {}

  record Typed(
      @Option(doc = "when") Instant at,
      @Option(doc = "which day") LocalDate day,
      @Option(doc = "how long") Duration span,
      @Option(doc = "where") URI source,
      @Option(doc = "folders") List<Path> folders) {}

  private final Problems problems = new Problems();

  @Test
  void shouldTakeTextsThatMatchThePatternAsAWhole() {
    assertThat(bind("dyad: [USA, IRN]", Actors.class)).isPresent();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void shouldCheckEachItemOfAList() {
    assertThat(bind("dyad: [USA, IRNX]\nweights: [1, 3]\n", Actors.class)).isEmpty();

    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly(
            "model.yaml:1: dyad[1]: 'IRNX' does not match the pattern [A-Z]{3}; an example is"
                + " [USA, IRN] [P202]",
            "model.yaml:2: weights[1]: 3.0 is more than the largest allowed, 2 [P202]");
  }

  @Test
  void shouldBlameThePluginForAPatternThatIsNone() {
    assertThat(bind("name: x", Broken.class)).isEmpty();

    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().get(0).toString())
        .contains("mistake in the plugin", "unusable pattern", "Unclosed character class");
  }

  @Test
  void shouldStillTakeAFormerNameWithOneWarning() {
    Bound<Renamed> bound = bind("days: 3", Renamed.class).orElseThrow();

    assertThat(bound.value().window()).isEqualTo(3);
    assertThat(bound.text()).isEqualTo("{window: 3}");
    assertThat(problems.all()).isEmpty();
    assertThat(problems.warnings())
        .extracting(Problem::toString)
        .containsExactly("model.yaml:1: days: 'days' is now called 'window'; rename it");
  }

  @Test
  void shouldWarnOnceHoweverOftenItIsBound() {
    bind("days: 3", Renamed.class);
    bind("days: 3", Renamed.class);

    assertThat(problems.warnings()).hasSize(1);
  }

  @Test
  void shouldRefuseAFormerNameBesideThePresentOne() {
    assertThat(bind("window: 2\nspan: 3\n", Renamed.class)).isEmpty();

    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly(
            "model.yaml:2: span: 'window' and 'span' are the same option; keep 'window' alone"
                + " [P202]");
  }

  @Test
  void shouldSuggestOnlyPresentNames() {
    bind("spam: 3", Renamed.class);

    assertThat(problems.all())
        .extracting(Problem::message)
        .containsExactly("unknown option 'spam'; known are: window");
  }

  @Test
  void shouldReadTimesAddressesAndPaths() {
    Typed typed =
        bind(
                """
                at: 2024-01-31T00:00:00Z
                day: 2024-01-31
                span: P7D
                source: "https://example.org/x"
                folders: [a, /b]
                """,
                Typed.class)
            .orElseThrow()
            .value();

    assertThat(typed)
        .isEqualTo(
            new Typed(
                Instant.parse("2024-01-31T00:00:00Z"),
                LocalDate.of(2024, 1, 31),
                Duration.ofDays(7),
                URI.create("https://example.org/x"),
                List.of(Path.of("a"), Path.of("/b"))));
  }

  private <C extends Record> Optional<Bound<C>> bind(String yaml, Class<C> type) {
    ConfigNode node = ConfigReader.parse("model.yaml", yaml, problems).orElseThrow();
    return RecordBinder.bind(node, type, problems);
  }
}
