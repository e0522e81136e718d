package org.muscat.engine.panel.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.muscat.engine.panel.Direction;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;

class PreparationTest {

  private static final double NAN = Double.NaN;
  private static final List<String> UNITS = List.of("w", "x", "y", "z");

  @Test
  void shouldFillWithWhatTheColumnSays() {
    Panel panel = panel(1, NAN, 2, 9);

    assertThat(Imputation.none().apply(panel).column("a")).containsExactly(1, NAN, 2, 9);
    assertThat(Imputation.mean().apply(panel).column("a")).containsExactly(1, 4, 2, 9);
    assertThat(Imputation.median().apply(panel).column("a")).containsExactly(1, 2, 2, 9);
  }

  @Test
  void shouldFillWithTheMeanOfTheGroupAndLeaveAGroupWithoutValuesMissing() {
    Map<String, String> groups = Map.of("w", "one", "x", "one", "y", "two", "z", "two");

    double[] filled = Imputation.groupMean(groups).apply(panel(1, NAN, NAN, NAN)).column("a");

    assertThat(filled).containsExactly(1, 1, NAN, NAN);
  }

  @Test
  void shouldRefuseAUnitWithoutAGroup() {
    assertThatThrownBy(() -> Imputation.groupMean(Map.of("w", "one")).apply(panel(1, 2, 3, 4)))
        .hasMessageContaining("unit 'x' has no group");
  }

  @Test
  void shouldCarryTheNewestEarlierValueForward() {
    List<Panel> earlier = List.of(panel(1, 1, NAN, 1), panel(2, NAN, NAN, NAN));

    double[] filled = Imputation.carryForward(earlier).apply(panel(NAN, NAN, NAN, 3)).column("a");

    assertThat(filled).containsExactly(2, 1, NAN, 3);
  }

  @Test
  void shouldFillNothingFromUnitsThatWereNotThere() {
    Panel earlier = Panel.of(List.of("w"), List.of("a"), new double[][] {{7}});

    double[] filled =
        Imputation.carryForward(List.of(earlier)).apply(panel(NAN, NAN, 1, 1)).column("a");

    assertThat(filled).containsExactly(7, NAN, 1, 1);
  }

  @Test
  void shouldDivideByTheDenominatorThatAnIndicatorNames() {
    Hierarchy hierarchy =
        Hierarchy.of(
            List.of(
                new PanelNode("a", 1, Direction.UP, 1, "all", OptionalDouble.empty(), "people"),
                PanelNode.index("all", 2)));
    Panel people = Panel.of(UNITS, List.of("people"), new double[][] {{2, NAN, 4, 0}});

    assertThat(
            Denomination.apply(panel(1, 2, NAN, NAN), hierarchy, people.mapColumns(this::positive))
                .column("a"))
        .containsExactly(0.5, NAN, NAN, NAN);
    assertThatThrownBy(() -> Denomination.apply(panel(1, 2, 3, 4), hierarchy, people))
        .hasMessageContaining("'a' of 'z': its 'people' is 0");
  }

  @Test
  void shouldScreenUnitsOfWhichTooLittleIsKnown() {
    Panel panel = Panel.of(List.of("x", "y"), List.of("a", "b"), new double[][] {{1, NAN}, {1, 2}});

    Screening.Screened half = Screening.apply(panel, 0.5);
    Screening.Screened strict = Screening.apply(panel, 0.51);

    assertThat(half.removed()).isEmpty();
    assertThat(strict.removed()).containsExactly("y");
    assertThat(strict.panel().units()).containsExactly("x");
    assertThat(strict.availability()).containsEntry("y", 0.5);
    assertThatThrownBy(() -> Screening.apply(panel, 90)).hasMessageContaining("90.0");
  }

  private double[] positive(String column, double[] values) {
    values[3] = 1;
    return values;
  }

  private static Panel panel(double... values) {
    return Panel.of(UNITS, List.of("a"), new double[][] {values});
  }

  @Test
  void shouldCarryForwardPastPanelsThatHadNoSuchColumnOrUnit() {
    Panel oldest = Panel.of(List.of("x"), List.of("a"), new double[][] {{7}});
    Panel otherColumn = Panel.of(List.of("x"), List.of("b"), new double[][] {{1}});
    Panel otherUnit = Panel.of(List.of("y"), List.of("a"), new double[][] {{2}});
    Panel now = Panel.of(List.of("x"), List.of("a"), new double[][] {{Double.NaN}});

    Panel filled = Imputation.carryForward(List.of(oldest, otherColumn, otherUnit)).apply(now);

    assertThat(filled.value("x", "a")).isEqualTo(7);
  }

  @Test
  void shouldNeedDenominatorsOnlyWhereOneIsNamed() {
    Hierarchy plain =
        Hierarchy.of(
            List.of(PanelNode.indicator("a", Direction.UP, 1, "all"), PanelNode.index("all", 2)));
    Panel panel = Panel.of(List.of("x"), List.of("a"), new double[][] {{3}});
    Panel nobody = Panel.of(List.of(), List.of(), new double[][] {});

    assertThat(Denomination.apply(panel, plain, nobody).value("x", "a")).isEqualTo(3);
  }

  @Test
  void shouldScreenByAnyShareFromNoneToAll() {
    Panel panel = Panel.of(List.of("x", "y"), List.of("a"), new double[][] {{3, Double.NaN}});

    assertThat(Screening.apply(panel, 0).removed()).isEmpty();
    assertThat(Screening.apply(panel, 1).removed()).containsExactly("y");
    assertThat(Screening.apply(panel, 1).panel().units()).containsExactly("x");
  }
}
