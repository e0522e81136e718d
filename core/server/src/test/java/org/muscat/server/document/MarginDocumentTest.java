package org.muscat.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muscat.engine.margin.AmpleVeto;
import org.muscat.engine.margin.Margin;
import org.muscat.engine.margin.ReliabilityTest;
import org.muscat.engine.margin.StabilityBand;
import org.muscat.engine.margin.TouchProbability;
import org.muscat.engine.theatre.TheatreState.MarginView;

class MarginDocumentTest {

  @Test
  void shouldTellWhatForbadeTheWordAmpleInOneOrder() {
    Margin margin = Margin.of(80, 55, 1.5, 14, EnumSet.allOf(AmpleVeto.class));

    MarginDocument document = MarginDocument.of(view(margin, null));

    assertThat(document.word()).isEqualTo("moderate");
    assertThat(document.vetoes()).containsExactly("brink", "divergence", "thin_coverage");
    assertThat(document.band()).isEqualTo("guarded");
  }

  @Test
  void shouldTellADistanceBelowARaisedThreshold() {
    MarginDocument document = MarginDocument.of(view(Margin.of(58, 61, 1, 14, Set.of()), null));

    assertThat(document.distance()).isEqualTo(-3);
    assertThat(document.sigmas()).isNegative();
    assertThat(document.word()).isEqualTo("thin");
  }

  @Test
  void shouldTellATouchProbabilityOnlyAfterItsTest() {
    Margin margin = Margin.of(62, 55, 1.5, 14, Set.of());

    MarginDocument passed = MarginDocument.of(view(margin, new ReliabilityTest(0.02, 150)));
    MarginDocument failed = MarginDocument.of(view(margin, new ReliabilityTest(0.2, 150)));

    assertThat(passed.touchProbability().value()).isBetween(0.2, 0.3);
    assertThat(passed.touchProbability().days()).isEqualTo(14);
    assertThat(passed.touchProbability().reason()).isEmpty();
    assertThat(failed.touchProbability().value()).isNull();
    assertThat(failed.touchProbability().reason()).contains("0.200");
  }

  private static MarginView view(Margin margin, ReliabilityTest test) {
    return new MarginView(StabilityBand.GUARDED, margin, "", TouchProbability.of(margin, 0, test));
  }
}
