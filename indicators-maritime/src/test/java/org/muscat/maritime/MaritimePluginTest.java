package org.muscat.maritime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.muscat.spi.CalibratedCase;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.PluginDescriptor;

class MaritimePluginTest {

  @Test
  void shouldBeFoundByTheHost() {
    MuscatPlugin plugin = ServiceLoader.load(MuscatPlugin.class).findFirst().orElseThrow();

    assertThat(plugin).isInstanceOf(MaritimePlugin.class);
    assertThat(plugin.descriptor().id()).isEqualTo("maritime");
    assertThat(plugin.descriptor().spiVersion()).isEqualTo(PluginDescriptor.SPI_VERSION);
  }

  @Test
  void shouldOfferItsIndicators() {
    assertThat(new MaritimePlugin().indicators())
        .extracting(provider -> provider.descriptor().id())
        .containsExactly(
            "transit-shortfall",
            "diversion-share",
            "slow-decline",
            "attack-intensity",
            "advisory-state",
            "ais-dark-share",
            "gnss-interference",
            "war-risk-premium",
            "tanker-freight",
            "chokepoint-status");
  }

  /** What {@code muscat scales} computes again. */
  @Test
  void shouldNameTheStraitsThatHaveScales() {
    assertThat(new MaritimePlugin().indicators())
        .flatExtracting(provider -> provider.descriptor().calibratedCases())
        .extracting(CalibratedCase::name)
        .contains(
            "transit-shortfall/hormuz/tanker-capacity",
            "transit-shortfall/malacca/all-calls",
            "slow-decline/bab-el-mandeb/all-calls",
            "attack-intensity/hormuz",
            "attack-intensity/malacca")
        .hasSize(13);
  }

  @Test
  void shouldOfferItsFeeds() {
    assertThat(new MaritimePlugin().feeds())
        .extracting(provider -> provider.descriptor().id())
        .containsExactly(
            "portwatch", "incident-files", "navarea", "advisory-files", "ais-files", "gnss-files");
  }

  @Test
  void shouldSayThatReportsOfUkmtoMayNotBePassedOn() {
    assertThat(new MaritimePlugin().descriptor().restrictedSeries())
        .containsExactly("incidents/ukmto");
  }
}
