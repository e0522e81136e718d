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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.Option;

class RecordBinderTest {

  enum Side {
    BOTH_WAYS,
    WEST
  }

  record Everything(
      @Option(doc = "text") String text,
      @Option(doc = "flag") boolean flag,
      @Option(doc = "count") int count,
      @Option(doc = "large") long large,
      @Option(doc = "ratio") double ratio,
      @Option(doc = "window") Duration lookBack,
      @Option(doc = "day") LocalDate day,
      @Option(doc = "moment") Instant moment,
      @Option(doc = "address") URI address,
      @Option(doc = "folder") Path folder,
      @Option(doc = "side") Side side,
      @Option(doc = "actors") List<String> actors,
      @Option(doc = "weights") List<Double> weights,
      @Option(doc = "sides") List<Side> sides) {}

  private record Window(
      @Option(doc = "the strait to watch") String strait,
      @Option(doc = "days", defaultValue = "20", min = 2, max = 250) int lookBack,
      @Option(doc = "decay", defaultValue = "0.94", min = 0.5, max = 1) double decay,
      @Option(
              doc = "kind",
              defaultValue = "all",
              allowed = {"all", "tanker"})
          String kind,
      @Option(doc = "weights", defaultValue = "[1, 2]", min = 0) List<Integer> weights) {}

  record Refusing(@Option(doc = "low") int low, @Option(doc = "high") int high) {

    Refusing {
      if (low > high) {
        throw new IllegalArgumentException("low " + low + " is above high " + high);
      }
    }
  }

  record Careless(@Option(doc = "a", defaultValue = "x") int a, List<String> b) {}

  record Strange(@Option(doc = "a") Thread a, @Option(doc = "b") List<List<String>> b) {}

  private final Problems problems = new Problems();

  @Test
  void shouldBindEveryTypeOfOption() {
    String yaml =
        """
        text: "a b"
        flag: true
        count: -3
        large: 9000000000
        ratio: 1e-3
        look-back: P7D
        day: 2024-01-31
        moment: 2024-01-31T12:00:00Z
        address: "https://example.org/a?b=c"
        folder: data/drop
        side: both-ways
        actors: [USA, NO]
        weights: [1, .5]
        sides: [west, both-ways]
        """;

    Optional<Bound<Everything>> bound = bind(yaml, Everything.class);

    assertThat(problems.all()).isEmpty();
    assertThat(bound.orElseThrow().value())
        .isEqualTo(
            new Everything(
                "a b",
                true,
                -3,
                9_000_000_000L,
                0.001,
                Duration.ofDays(7),
                LocalDate.parse("2024-01-31"),
                Instant.parse("2024-01-31T12:00:00Z"),
                URI.create("https://example.org/a?b=c"),
                Path.of("data/drop"),
                Side.BOTH_WAYS,
                List.of("USA", "NO"),
                List.of(1.0, 0.5),
                List.of(Side.WEST, Side.BOTH_WAYS)));
  }

  @Test
  void shouldFillInDefaultsOfARecordThatIsNotPublic() {
    Optional<Bound<Window>> bound = bind("strait: hormuz\n", Window.class);

    assertThat(bound.orElseThrow().value())
        .isEqualTo(new Window("hormuz", 20, 0.94, "all", List.of(1, 2)));
  }

  @Test
  void shouldReportAllProblemsAtOnceWithTheirLines() {
    String yaml =
        """
        look-bak: 30
        look-back: 1
        decay:
          fast
        kind: ships
        weights:
          - 1
          - -2
          - two
        """;

    Optional<Bound<Window>> none = bind(yaml, Window.class);

    assertThat(none).isEmpty();
    assertThat(problems.all())
        .containsExactly(
            new Problem(
                "model.yaml",
                1,
                "look-bak",
                "unknown option 'look-bak', did you mean 'look-back'?",
                "P201"),
            new Problem(
                "model.yaml", 1, "", "the option 'strait' is missing: the strait to watch", "P202"),
            new Problem(
                "model.yaml", 2, "look-back", "1 is less than the smallest allowed, 2", "P202"),
            new Problem("model.yaml", 4, "decay", "'fast' is not a number", "P202"),
            new Problem("model.yaml", 5, "kind", "'ships' is not one of: all, tanker", "P202"),
            new Problem(
                "model.yaml", 8, "weights[1]", "-2 is less than the smallest allowed, 0", "P202"),
            new Problem("model.yaml", 9, "weights[2]", "'two' is not a whole number", "P202"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "decay: NaN|'NaN' is not a number",
        "decay: 1d|'1d' is not a number",
        "decay: 1e999|'1e999' is not a number",
        "decay: 1.5|1.5 is more than the largest allowed, 1",
        "decay: [1]|a list is not a number",
        "decay:|nothing is not a number",
        "look-back: 3.5|'3.5' is not a whole number",
        "look-back: 99999999999|'99999999999' is not a whole number",
        "weights: 3|'3' is not a list; write it in brackets",
        "strait: {a: b}|a mapping is not a text"
      })
  void shouldSayWhichValueIsWrong(String option, String message) {
    bind(option.startsWith("strait") ? option : "strait: x\n" + option, Window.class);

    assertThat(problems.all()).extracting(Problem::message).containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource({
    "flag, yes, 'yes' is not true or false",
    "look-back, 7d, '7d' is not an ISO duration such as P7D",
    "day, 31.1.2024, '31.1.2024' is not a date such as 2024-01-31",
    "moment, noon, 'noon' is not a moment such as 2024-01-31T00:00:00Z",
    "address, a b, 'a b' is not an address",
    "side, BOTH_WAYS, 'BOTH_WAYS' is not one of: both-ways; west"
  })
  void shouldSayWhatATypeLooksLike(String option, String value, String message) {
    bind(option + ": " + value + "\n", Everything.class);

    assertThat(problems.all())
        .filteredOn(problem -> problem.path().equals(option))
        .extracting(problem -> problem.message().replace(", ", "; "))
        .containsExactly(message);
  }

  @Test
  void shouldGiveEqualTextsToEqualConfigurations() {
    Bound<Window> written =
        bind("look-back: 20\nstrait: hormuz\ndecay: 0.940\n", Window.class).orElseThrow();
    Bound<Window> defaults = bind("{strait: 'hormuz'}", Window.class).orElseThrow();

    assertThat(written.text()).isEqualTo(defaults.text());
    assertThat(written.text())
        .isEqualTo(
            "{strait: \"hormuz\", look-back: 20, decay: 0.94, kind: \"all\", weights: [1, 2]}");
  }

  @Test
  void shouldGiveATextThatBindsToTheSameRecord() {
    Bound<Window> first = bind("strait: \"a \\\"b\\\\ \\n\"\n", Window.class).orElseThrow();

    Bound<Window> again = bind(first.text(), Window.class).orElseThrow();

    assertThat(again).isEqualTo(first);
  }

  @Test
  void shouldReportWhatTheRecordItselfRefuses() {
    Optional<Bound<Refusing>> none = bind("\nlow: 3\nhigh: 2\n", Refusing.class);

    assertThat(none).isEmpty();
    assertThat(problems.all())
        .containsExactly(new Problem("model.yaml", 2, "", "low 3 is above high 2", "P202"));
  }

  @Test
  void shouldTellMistakesOfThePluginFromThoseOfTheUser() {
    bind("{}", Careless.class);

    assertThat(problems.all())
        .extracting(Problem::message)
        .allMatch(message -> message.startsWith("mistake in the plugin, tell its author: "))
        .anyMatch(message -> message.contains("'a'") && message.contains("unusable default"))
        .anyMatch(message -> message.contains("'b'") && message.contains("carries no @Option"));
  }

  @Test
  void shouldRefuseTypesThatOptionsCannotHave() {
    bind("a: 1\nb: [[x]]\n", Strange.class);

    assertThat(problems.all()).extracting(Problem::line).containsExactly(1, 2);
    assertThat(problems.all()).allMatch(p -> p.message().contains("which options cannot have"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a]", "text"})
  void shouldWantAMapping(String yaml) {
    bind(yaml, Window.class);

    assertThat(problems.all())
        .singleElement()
        .satisfies(p -> assertThat(p.message()).endsWith(" is not a mapping of options"));
  }

  private <C extends Record> Optional<Bound<C>> bind(String yaml, Class<C> type) {
    ConfigNode node = ConfigReader.parse("model.yaml", yaml, problems).orElseThrow();
    return RecordBinder.bind(node, type, problems);
  }
}
