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

  @Test
  void shouldPutColumnsBehindItsOwn() {
    Panel more = PANEL.with(List.of("c"), new double[][] {{5, 6}});

    assertThat(more.columns()).containsExactly("a", "b", "c");
    assertThat(more.column("c")).containsExactly(5, 6);
    assertThat(more.column("a")).containsExactly(1, 2);
    assertThat(PANEL.has("c")).isFalse();
    assertThatThrownBy(() -> PANEL.with(List.of("a"), new double[][] {{5, 6}}))
        .hasMessageContaining("column 'a' stands twice");
    assertThatThrownBy(() -> PANEL.with(List.of("c"), new double[][] {{5}}))
        .hasMessageContaining("'c' has 1 values for 2 units");
  }

  @Test
  void shouldTakeOtherColumnsForTheSameUnits() {
    double[][] values = {{7, 8}};
    Panel other = PANEL.ofSameUnits(List.of("z"), values);

    values[0][0] = 9;

    assertThat(other.units()).isEqualTo(PANEL.units());
    assertThat(other.columns()).containsExactly("z");
    assertThat(other.column("z")).containsExactly(7, 8);
    assertThatThrownBy(() -> PANEL.ofSameUnits(List.of("z", "y"), values))
        .hasMessageContaining("1 columns of values for 2 ids");
  }

  @Test
  void shouldNotLetAFunctionOfColumnsChangeIt() {
    Panel doubled =
        PANEL.mapColumns(
            (column, values) -> {
              values[0] *= 2;
              return values;
            });

    assertThat(doubled.column("a")).containsExactly(2, 2);
    assertThat(PANEL.column("a")).containsExactly(1, 2);
  }

  @Test
  void shouldRefuseToSelectWhatIsNotThere() {
    assertThatThrownBy(() -> PANEL.selectUnits(List.of("z"))).hasMessageContaining("no unit 'z'");
    assertThatThrownBy(() -> PANEL.selectColumns(List.of("z")))
        .hasMessageContaining("no column 'z'");
    assertThatThrownBy(() -> PANEL.selectColumns(List.of("a", "a")))
        .hasMessageContaining("column 'a' stands twice");
  }
}
