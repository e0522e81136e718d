package org.muscat.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Observation;
import org.muscat.testkit.Recorded;

class PricesTest {

  private static final int LATEST = 5;

  @Test
  void shouldLastUntilTheNextSpotPriceComes() {
    List<Observation> prices = RecordedPrices.brent();
    List<Duration> ages = new ArrayList<>();
    for (int i = 1; i < prices.size(); i++) {
      Instant observedAt = prices.get(i - 1).observedAt();
      if (observedAt.isAfter(Recorded.day("2008-01-01"))) {
        ages.add(Duration.between(observedAt, known(prices.get(i).observedAt())));
      }
    }

    assertThat(ages).hasSizeGreaterThan(4000);
    assertThat(ages).anyMatch(age -> age.toDays() > 10);
    assertThat(ages)
        .allMatch(age -> age.compareTo(Prices.uncertaintyOfSpotPrices(30).maxAge()) < 0);
  }

  /** Of the others one is weekly and one monthly. */
  @Test
  void shouldBeShorterOnlyForWhatNeedsNoSpotPriceAndNoDollar() {
    assertThat(new EnergyPlugin().indicators())
        .filteredOn(
            provider ->
                provider.descriptor().uncertainty().maxAge().compareTo(Duration.ofDays(14)) < 0)
        .extracting(provider -> provider.descriptor().id())
        .containsExactly("oil-fear", "oil-volatility-index", "breakeven-pass-through");
  }

  private static Instant known(Instant observedAt) {
    Instant known = observedAt;
    for (int day = 0; day < LATEST; day++) {
      known = Recorded.nextBusinessDay(known);
    }
    return known;
  }
}
