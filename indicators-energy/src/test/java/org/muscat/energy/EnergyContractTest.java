package org.muscat.energy;

import static org.muscat.contract.TestSeries.series;

import org.muscat.contract.PluginContract;
import org.muscat.contract.SampledIndicator;
import org.muscat.contract.Samples;
import org.muscat.contract.TestSeries;

/** Every indicator of the plugin against the contract, with made-up prices. */
class EnergyContractTest extends PluginContract {

  EnergyContractTest() {
    super(EnergyPlugin.class);
  }

  @Override
  protected void samples(Samples samples) {
    TestSeries brent = waves("oil/brent-spot", 75, 10);
    samples
        .indicator("realised-volatility")
        .given(brent)
        .at("2024-01-25", "2024-02-29", "2024-03-01T12:00:00Z");
    samples
        .indicator("realised-volatility")
        .config("{series: oil/dubai, window: 5}")
        .given(waves("oil/dubai", 70, 20))
        .at("2024-02-10");
    samples
        .indicator("oil-fear")
        .given(waves("volatility/ovx", 35, 12), waves("volatility/vix", 15, 5))
        .at("2024-01-15", "2024-02-29")
        .risingWith("volatility/ovx")
        .fallingWith("volatility/vix");
    samples
        .indicator("brent-wti-spread")
        .given(brent, waves("oil/wti-spot", 71, 9))
        .at("2024-01-15", "2024-02-29")
        .risingWith("oil/brent-spot")
        .fallingWith("oil/wti-spot");
    madeUp(samples, "ewma-volatility");
    madeUp(samples, "oil-volatility-index").risingWith("volatility/ovx");
    madeUp(samples, "variance-risk-premium").risingWith("volatility/ovx");
    madeUp(samples, "oil-jump")
        .risingWith("oil/brent-spot")
        .risingWith("volatility/ovx")
        .fallingWith("volatility/vix");
    madeUp(samples, "demand-risk-premium").risingWith("oil/brent-spot");
    madeUp(samples, "closure-probability").risingWith("oil/brent-spot");
    madeUp(samples, "spillover");
    madeUp(samples, "breakeven-pass-through").risingWith("inflation/us-breakeven-10y");
    madeUp(samples, "supply-chain-pressure").risingWith("supply-chain/gscpi");
    madeUp(samples, "asymmetric-volatility");
    madeUp(samples, "news-novelty").risingWith("gpr/all");
  }

  private static SampledIndicator madeUp(Samples samples, String id) {
    return samples
        .indicator(id)
        .given(MadeUpMarkets.of(11).history().observations())
        .at("2024-02-20", "2024-03-08", "2024-03-22");
  }

  private static TestSeries waves(String name, double middle, double height) {
    return series(name).daily("2024-01-01", 60, day -> middle + height * Math.sin(day / 3.0));
  }
}
