package org.muscat.server.metrics;

import static org.assertj.core.api.Assertions.assertThatObject;

import io.prometheus.metrics.model.snapshots.Labels;
import org.junit.jupiter.api.Test;

class KnownLabelsTest {

  private final KnownLabels known = new KnownLabels();

  @Test
  void shouldGiveTheLabelsOfThePageBefore() {
    Labels before = of("gulf", "hormuz");
    known.nextPage();

    assertThatObject(of("gulf", "hormuz"))
        .isSameAs(before)
        .isEqualTo(Labels.of("model", "gulf", "theatre", "hormuz"));
  }

  @Test
  void shouldKeepNamesAndValuesApart() {
    of("a", "b");

    assertThatObject(of("b", "a")).isEqualTo(Labels.of("model", "b", "theatre", "a"));
    assertThatObject(known.with(known.with(Labels.EMPTY, "model", "a"), "pillar", "b"))
        .isEqualTo(Labels.of("model", "a", "pillar", "b"));
  }

  @Test
  void shouldForgetWhatHasNoUseAnyMore() {
    Labels old = of("old", "hormuz");
    known.nextPage();
    of("new", "hormuz");
    known.nextPage();
    Labels young = of("new", "hormuz");
    known.nextPage();

    assertThatObject(of("new", "hormuz")).isSameAs(young);
    assertThatObject(of("old", "hormuz")).isEqualTo(old).isNotSameAs(old);
  }

  private Labels of(String model, String theatre) {
    return known.with(known.with(Labels.EMPTY, "model", model), "theatre", theatre);
  }
}
