package org.muscat.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Reading;

/** What is remembered of one market is never said of another. */
class PremiumsTest {

  private final MadeUpMarkets markets = MadeUpMarkets.of(1);

  @Test
  void shouldTellMarketsApartThatDifferInAnOldPriceAlone() {
    Premiums shared = new Premiums();
    AtomicInteger point = new AtomicInteger();
    int day = 1_400;
    MadeUpMarkets other =
        markets.with(
            "metals/copper", price -> point.getAndIncrement() == day ? 1.01 * price : price);
    assertThat(other.newest("metals/copper")).isEqualTo(markets.newest("metals/copper"));

    Reading first = read(shared, markets);
    Reading second = read(shared, other);

    assertThat(second).isNotEqualTo(first).isEqualTo(read(new Premiums(), other));
  }

  @Test
  void shouldSayTheSameFromMemory() {
    Premiums shared = new Premiums();

    assertThat(read(shared, markets))
        .isEqualTo(read(shared, markets))
        .isEqualTo(read(new Premiums(), markets));
  }

  @Test
  void shouldTellOptionsApart() {
    Premiums shared = new Premiums();
    DemandRiskPremiumConfig shorter =
        new DemandRiskPremiumConfig(
            "oil/brent-spot", "metals/copper", "rates/us-10y", "fx/usd-broad", 250, 10, 0.001);

    Reading usual = read(shared, markets);

    assertThat(
            markets
                .history()
                .read(new DemandRiskPremium(shared), shorter, MadeUpMarkets.whenAllIsKnown()))
        .isNotEqualTo(usual);
  }

  private static Reading read(Premiums premiums, MadeUpMarkets markets) {
    return markets
        .history()
        .read(
            new DemandRiskPremium(premiums),
            Defaults.DEMAND_CONFIG,
            MadeUpMarkets.whenAllIsKnown());
  }
}
