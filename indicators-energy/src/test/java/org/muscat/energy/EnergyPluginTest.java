package org.muscat.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.PluginDescriptor;

class EnergyPluginTest {

  @Test
  void shouldBeFoundByTheHost() {
    MuscatPlugin plugin = ServiceLoader.load(MuscatPlugin.class).findFirst().orElseThrow();

    assertThat(plugin).isInstanceOf(EnergyPlugin.class);
    assertThat(plugin.descriptor().id()).isEqualTo("energy");
    assertThat(plugin.descriptor().spiVersion()).isEqualTo(PluginDescriptor.SPI_VERSION);
  }

  @Test
  void shouldOfferItsIndicators() {
    assertThat(new EnergyPlugin().indicators())
        .extracting(provider -> provider.descriptor().id())
        .containsExactly(
            "realised-volatility",
            "oil-fear",
            "brent-wti-spread",
            "ewma-volatility",
            "oil-volatility-index",
            "variance-risk-premium",
            "oil-jump",
            "demand-risk-premium",
            "closure-probability",
            "spillover",
            "breakeven-pass-through",
            "supply-chain-pressure",
            "asymmetric-volatility",
            "news-novelty");
  }

  @Test
  void shouldOfferItsFeeds() {
    assertThat(new EnergyPlugin().feeds())
        .extracting(provider -> provider.descriptor().id())
        .containsExactly("fred-csv", "cboe", "gpr", "gscpi", "fred", "eia");
  }

  @Test
  void shouldSayThatVolatilityIndicesMayNotBePassedOn() {
    assertThat(new EnergyPlugin().descriptor().restrictedSeries()).containsExactly("volatility/");
    assertThat(VolatilityIndices.OVX).startsWith("volatility/");
    assertThat(VolatilityIndices.VIX).startsWith("volatility/");
  }
}
