package org.muscat.engine.panel.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.muscat.engine.panel.Direction;
import org.muscat.engine.panel.Golden;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;

/** The size of 249 countries: the product per head is the product by the population. */
class GoldenDenominationTest {

  /**
   * Where the two are not about the same people or year: the product of Cyprus, say, is that of the
   * area under its government, and the population is that of the island.
   */
  private static final Set<String> OTHER_POPULATION =
      Set.of(
          "ASM", "CUB", "CYM", "CYP", "FRO", "FSM", "GRL", "GUM", "IMN", "IRN", "LIE", "MAR", "MCO",
          "MHL", "MNP", "PSE", "RUS", "SDN", "SMR", "SXM", "TKM", "TZA", "UKR");

  private final List<CSVRecord> rows = Golden.rows("00_inputs/world_denoms.csv");
  private final Panel sizes = Golden.panel(rows, List.of("GDP", "Population", "Area", "GDPpc"));

  @Test
  void shouldGiveTheGoldenProductPerHead() {
    Panel perHead = Denomination.apply(sizes.selectColumns(List.of("GDP")), tree(), sizes);

    Set<String> other = new HashSet<>();
    for (String unit : sizes.units()) {
      double expected = sizes.value(unit, "GDPpc");
      double ours = perHead.value(unit, "GDP");
      if (Double.isNaN(expected)) {
        assertThat(ours).as(unit).isNaN();
      } else if (Math.abs(ours - expected) > Golden.TOLERANCE * expected) {
        other.add(unit);
        assertThat(ours).as(unit).isCloseTo(expected, within(0.65 * expected));
      }
    }
    assertThat(other).isEqualTo(OTHER_POPULATION);
  }

  @Test
  void shouldKeepMissingWhatIsMissing() {
    Panel perHead = Denomination.apply(sizes.selectColumns(List.of("GDP")), tree(), sizes);

    assertThat(sizes.units()).hasSize(249);
    assertThat(sizes.units().stream().filter(unit -> perHead.missing(unit, "GDP"))).hasSize(47);
    assertThat(sizes.units().stream().filter(unit -> sizes.missing(unit, "Area"))).hasSize(40);
  }

  private static Hierarchy tree() {
    return Hierarchy.of(
        List.of(
            new PanelNode("GDP", 1, Direction.UP, 1, "Index", OptionalDouble.empty(), "Population"),
            PanelNode.index("Index", 2)));
  }
}
