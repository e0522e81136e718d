package org.muscat.host.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubstitutionTest {

  private static final String BINDINGS =
      """
      strait: hormuz
      dyad: [USA, IRN]
      """;

  private final Problems problems = new Problems();

  @Test
  void shouldReplaceAWholeTextByTheBoundNode() {
    ConfigNode.Mapping result = substitute("a:\n  actors: \"${dyad}\"\n");

    ConfigNode.Mapping a = (ConfigNode.Mapping) result.get("a").orElseThrow();
    ConfigNode.Sequence actors = (ConfigNode.Sequence) a.get("actors").orElseThrow();
    assertThat(actors.items())
        .extracting(node -> ((ConfigNode.Scalar) node).text())
        .containsExactly("USA", "IRN");
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void shouldKeepTheLineOfTheBindingAndThePathOfTheUse() {
    ConfigNode.Mapping result = substitute("\n\n\n\na: {actors: \"${dyad}\"}\n");

    ConfigNode.Mapping a = (ConfigNode.Mapping) result.get("a").orElseThrow();
    ConfigNode.Sequence actors = (ConfigNode.Sequence) a.get("actors").orElseThrow();
    assertThat(actors.items().get(1).place())
        .isEqualTo(new Place("bindings.yaml", 2, "a.actors[1]"));
  }

  @Test
  void shouldInsertABoundTextIntoALongerOne() {
    ConfigNode.Mapping result = substitute("series: \"transits/${strait}/${strait}-tanker\"\n");

    assertThat(text(result, "series")).isEqualTo("transits/hormuz/hormuz-tanker");
  }

  @Test
  void shouldReportANameThatIsNotBound() {
    substitute("ok: 1\nseries: [\"${strat}\", \"x/${pillar}\"]\n");

    assertThat(problems.all())
        .containsExactly(
            new Problem(
                "model.yaml",
                2,
                "series[0]",
                "nothing is bound to 'strat'; bound are: dyad, strait; did you mean 'strait'?"),
            new Problem(
                "model.yaml",
                2,
                "series[1]",
                "nothing is bound to 'pillar'; bound are: dyad, strait"));
  }

  @Test
  void shouldReportAListInsideAText() {
    substitute("series: \"events/${dyad}\"\n");

    assertThat(problems.all())
        .containsExactly(
            new Problem(
                "model.yaml", 1, "series", "'dyad' is a list and cannot stand inside a text"));
  }

  @Test
  void shouldLeaveReferencesOfOtherKinds() {
    ConfigNode.Mapping result = substitute("token: \"${env:TOKEN}\"\nprice: $5 {a}\n");

    assertThat(text(result, "token")).isEqualTo("${env:TOKEN}");
    assertThat(text(result, "price")).isEqualTo("$5 {a}");
    assertThat(problems.isEmpty()).isTrue();
  }

  private static String text(ConfigNode.Mapping mapping, String key) {
    return ((ConfigNode.Scalar) mapping.get(key).orElseThrow()).text();
  }

  private ConfigNode.Mapping substitute(String yaml) {
    Map<String, ConfigNode> bindings = new HashMap<>();
    ConfigNode.Mapping bound =
        (ConfigNode.Mapping) ConfigReader.parse("bindings.yaml", BINDINGS, problems).orElseThrow();
    bound.entries().forEach(entry -> bindings.put(entry.key(), entry.value()));
    ConfigNode node = ConfigReader.parse("model.yaml", yaml, problems).orElseThrow();
    return (ConfigNode.Mapping) Substitution.apply(node, bindings, problems);
  }
}
