package org.muscat.engine.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PanelTest {

  private static final Panel PANEL =
      Panel.of(List.of("x", "y"), List.of("a", "b"), new double[][] {{1, 2}, {3, Double.NaN}});

  @Test
  void shouldTellMissingFromThere() {
    assertThat(PANEL.value("y", "a")).isEqualTo(2);
    assertThat(PANEL.missing("y", "b")).isTrue();
    assertThat(PANEL.missing("x", "b")).isFalse();
  }

  @Test
  void shouldNotChangeWithTheArraysOfItsCallers() {
    double[][] values = {{1}};
    Panel panel = Panel.of(List.of("x"), List.of("a"), values);

    values[0][0] = 7;
    panel.column("a")[0] = 8;

    assertThat(panel.value("x", "a")).isEqualTo(1);
  }

  @Test
  void shouldSelectInTheOrderAskedFor() {
    Panel selected = PANEL.selectUnits(List.of("y", "x")).selectColumns(List.of("a"));

    assertThat(selected.units()).containsExactly("y", "x");
    assertThat(selected.columns()).containsExactly("a");
    assertThat(selected.column("a")).containsExactly(2, 1);
  }

  @Test
  void shouldNameWhatIsWrong() {
    assertThatThrownBy(
            () -> Panel.of(List.of("x"), List.of("a"), new double[][] {{Double.POSITIVE_INFINITY}}))
        .hasMessageContaining("'a' for 'x' is Infinity");
    assertThatThrownBy(() -> Panel.of(List.of("x", "x"), List.of(), new double[][] {}))
        .hasMessageContaining("unit 'x' stands twice");
    assertThatThrownBy(() -> Panel.of(List.of("x"), List.of("a"), new double[][] {{1, 2}}))
        .hasMessageContaining("'a' has 2 values for 1 units");
    assertThatThrownBy(() -> PANEL.value("z", "a")).hasMessageContaining("no unit 'z'");
    assertThatThrownBy(() -> PANEL.column("c")).hasMessageContaining("no column 'c'");
  }
}
