package org.muscat.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.muscat.dashboards.States.State;
import org.muscat.dashboards.grafana.Color;
import org.muscat.dashboards.grafana.Mapping;
import org.muscat.engine.IndexState;
import org.muscat.server.metrics.IndexMetric;

class StatesTest {

  private static final State REFUSED = State.of(IndexState.Status.REFUSED, Color.RED);
  private static final State SCORED = State.of(IndexState.Status.SCORED, Color.GREEN);

  @Test
  void shouldNumberStatesAsTheirWordsAreNumbered() {
    States states = States.of(IndexMetric.STATUS, REFUSED, SCORED);

    assertThat(states.number(which -> which, "theatre").text())
        .isEqualTo(
            "((max by (theatre) (muscat_index_status{muscat_index_status=\"refused\"}) == 1) * 1)"
                + " or "
                + "((max by (theatre) (muscat_index_status{muscat_index_status=\"scored\"}) == 1) * 2)");
    assertThat(states.words())
        .containsExactly(
            new Mapping("1", "refused", Color.RED), new Mapping("2", "scored", Color.GREEN));
  }

  @Test
  void shouldRefuseAStateThatTheFamilyHasNot() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> States.of(IndexMetric.STATUS, new State("doubtful", Color.RED)))
        .withMessageContaining("muscat_index_status has no state doubtful");
  }

  @Test
  void shouldRefuseWhatIsNoStateSet() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> States.of(IndexMetric.STABILITY, REFUSED))
        .withMessageContaining("muscat_stability_ratio is no state set");
  }
}
