package org.muscat.maritime.portwatch;

import static org.muscat.contract.TestSeries.series;

import org.muscat.contract.PluginContract;
import org.muscat.contract.Samples;
import org.muscat.contract.TestSeries;
import org.muscat.maritime.MaritimePlugin;
import org.muscat.maritime.geo.Strait;

/** The feed and every indicator of the plugin against the contract, with made-up transits. */
class MaritimeContractTest extends PluginContract {

  private static final String TRANSITS = "transits/hormuz/all";

  MaritimeContractTest() {
    super(MaritimePlugin.class);
  }

  @Override
  protected void samples(Samples samples) {
    samples
        .feed("portwatch")
        .config("straits: [hormuz]")
        .now("2025-07-01T12:00:00Z")
        .answering(new ArcGis().capped(40).days(Strait.HORMUZ, "2025-01-01", 100));
    TestSeries usual =
        series(TRANSITS).daily("2021-01-01", 1_100, day -> 100 + 10 * Math.sin(day / 9.0));
    TestSeries closing =
        series(TRANSITS).daily("2021-01-01", 1_100, day -> day < 1_050 ? 100 + day % 7 : 12);
    samples
        .indicator("transit-shortfall")
        .config("strait: hormuz")
        .given(usual)
        .at("2023-12-01", "2024-01-04")
        .fallingWith(TRANSITS);
    samples
        .indicator("transit-shortfall")
        .config("{strait: hormuz, measure: tanker-calls}")
        .given(series("transits/hormuz/tanker").daily("2021-01-01", 1_100, day -> 50 + day % 5))
        .at("2024-01-04");
    samples
        .indicator("chokepoint-status")
        .config("strait: hormuz")
        .given(closing)
        .at("2023-11-10", "2023-12-01", "2024-01-04");
  }
}
