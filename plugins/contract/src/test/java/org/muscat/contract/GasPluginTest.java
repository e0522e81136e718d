package org.muscat.contract;

import static org.muscat.contract.TestSeries.series;

import org.muscat.contract.gas.GasPlugin;
import org.muscat.testkit.StubAnswer;

/** What the author of a plugin writes; how it fails is told by {@link PluginContractTest}. */
class GasPluginTest extends PluginContract {

  GasPluginTest() {
    super(GasPlugin.class);
  }

  @Override
  protected void samples(Samples samples) {
    samples
        .feed("gas-prices")
        .answering(StubAnswer.text("day,price\n2024-01-01,30\n2024-01-02,31.5\n"));
    samples
        .indicator("gas-fear")
        .given(series("gas/ttf").daily("2024-01-01", 30, 31, 35))
        .at("2024-01-02", "2024-01-03")
        .risingWith("gas/ttf");
  }
}
