package org.muscat.energy;

import static org.muscat.contract.TestSeries.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.contract.PluginContract;
import org.muscat.contract.SampledIndicator;
import org.muscat.contract.Samples;
import org.muscat.contract.TestSeries;
import org.muscat.testkit.StubAnswer;

/** The feeds and every indicator of the plugin against the contract, with made-up prices. */
class EnergyContractTest extends PluginContract {

  @TempDir private static Path folder;

  EnergyContractTest() {
    super(EnergyPlugin.class);
  }

  @Override
  protected void samples(Samples samples) {
    feeds(samples);
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

  private static Path keyFile() {
    try {
      return Files.writeString(folder.resolve("key"), "0123456789abcdef");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void feeds(Samples samples) {
    samples
        .feed("fred-csv")
        .config("series: [DGS10=rates/us-10y@P1BD]")
        .now("2025-07-01T12:00:00Z")
        .answering(
            StubAnswer.text(
                "observation_date,DGS10\n2025-06-26,4.26\n2025-06-27,.\n2025-06-30,4.24\n"));
    samples
        .feed("cboe")
        .config("indices: [OVX=volatility/ovx@P1BD]")
        .now("2025-07-01T12:00:00Z")
        .answering(StubAnswer.text("DATE,OVX\n06/27/2025,40.27\n06/30/2025,38.89\n"));
    samples
        .feed("gpr")
        .now("2025-07-07T12:00:00Z")
        .answering(
            StubAnswer.text("date,gprd,gprd_act,gprd_threat\n2025-06-30,147.65,89.60,181.50\n"));
    String key = "key: '${file:" + keyFile() + "}'";
    samples
        .feed("fred")
        .config("{" + key + ", series: [DGS10=rates/us-10y@P1BD]}")
        .now("2025-07-01T12:00:00Z")
        .answering(
            StubAnswer.json(
                "{\"count\":1,\"observations\":[{\"realtime_start\":\"2025-06-27\","
                    + "\"date\":\"2025-06-26\",\"value\":\"4.26\"}]}"));
    samples
        .feed("eia")
        .config("{" + key + ", series: [petroleum/pri/spt/RBRTE=oil/brent-spot@P5BD]}")
        .now("2025-07-01T12:00:00Z")
        .answering(
            StubAnswer.json(
                "{\"response\":{\"total\":\"1\",\"data\":[{\"period\":\"2025-06-30\","
                    + "\"series\":\"RBRTE\",\"value\":\"68.15\"}]}}"));
    samples
        .feed("gscpi")
        .now("2025-07-07T12:00:00Z")
        .answering(StubAnswer.text("Date,GSCPI\n31-May-2025,0.19\n30-Jun-2025,0.09\n"));
  }

  private static TestSeries waves(String name, double middle, double height) {
    return series(name).daily("2024-01-01", 60, day -> middle + height * Math.sin(day / 3.0));
  }
}
