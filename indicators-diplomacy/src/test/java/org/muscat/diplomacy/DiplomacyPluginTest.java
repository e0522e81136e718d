package org.muscat.diplomacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.muscat.spi.MuscatPlugin;

class DiplomacyPluginTest {

  @Test
  void shouldBeFoundWithItsFeedsAndIndicators() {
    MuscatPlugin plugin = ServiceLoader.load(MuscatPlugin.class).findFirst().orElseThrow();

    assertThat(plugin.descriptor().id()).isEqualTo("diplomacy");
    assertThat(plugin.feeds())
        .extracting(feed -> feed.descriptor().id())
        .containsExactly("gdelt-files", "gdelt", "gdelt-doc", "chronicle", "framework", "ofac");
    assertThat(plugin.indicators())
        .extracting(indicator -> indicator.descriptor().id())
        .containsExactly(
            "tension",
            "tension-sums",
            "talks-balance",
            "cooperation-share",
            "mediation",
            "mediation-surge",
            "media-tone",
            "media-volume",
            "allied-reassurance",
            "dialogue-stock",
            "kinetic-state",
            "talks-opacity",
            "assurance",
            "ultimatum-clock",
            "force-posture",
            "posture-tension",
            "signalling",
            "signalling-tension",
            "protective-measures",
            "proxy-tempo",
            "deniability",
            "framework-index",
            "sanctions-pressure",
            "sanctions-strain",
            "economic-stress");
  }
}
