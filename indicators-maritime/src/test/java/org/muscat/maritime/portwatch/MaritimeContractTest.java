package org.muscat.maritime.portwatch;

import static org.muscat.contract.TestSeries.series;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
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
    samples
        .indicator("diversion-share")
        .given(
            series("transits/cape-of-good-hope/all")
                .daily("2021-01-01", 1_100, day -> 40 + day % 7),
            series("transits/suez/all").daily("2021-01-01", 1_100, day -> 70 + day % 5),
            series("transits/bab-el-mandeb/all").daily("2021-01-01", 1_100, day -> 72 + day % 3))
        .at("2023-06-01", "2024-01-04")
        .risingWith("transits/cape-of-good-hope/all")
        .fallingWith("transits/suez/all")
        .fallingWith("transits/bab-el-mandeb/all");
    samples
        .indicator("slow-decline")
        .config("strait: bab-el-mandeb")
        .given(
            series("transits/bab-el-mandeb/all")
                .daily("2021-01-01", 1_100, day -> (day < 1_050 ? 72 : 60) + day % 7))
        .at("2023-06-01", "2023-12-01", "2024-01-04")
        .fallingWith("transits/bab-el-mandeb/all");
    samples
        .indicator("attack-intensity")
        .config("{strait: hormuz, series: [incidents/asam]}")
        .given(reports())
        .at("2024-01-20", "2024-02-20", "2024-03-20")
        .risingWith("incidents/asam");
  }

  /** One a day at Hormuz in January, farther and farther away afterwards. */
  private static TestSeries reports() {
    TestSeries reports = series("incidents/asam");
    for (int day = 0; day < 70; day += 2) {
      reports =
          reports.event(
              LocalDate.of(2024, 1, 1).plusDays(day).toString(),
              "2024-" + day,
              "attack",
              1,
              Map.of(
                  "latitude", Double.toString(26.3 - Math.max(0, day - 30)), "longitude", "56.9"));
    }
    return reports.knownAfter(Duration.ofDays(2));
  }
}
