package ${package};

import static org.muscat.contract.TestSeries.series;

import java.nio.file.Path;
import org.muscat.contract.PluginContract;
import org.muscat.contract.Samples;
import org.muscat.testkit.StubAnswer;

class PricePluginTest extends PluginContract {

  PricePluginTest() { super(PricePlugin.class); }

  @Override protected void samples(Samples samples) {
    samples.feed("gas-prices").answering(StubAnswer.file(Path.of("src/test/resources/gas.csv")));
    samples.indicator("price-stress")
        .given(series(PricePlugin.PRICE).daily("2025-02-01", 3.1, 3.0, 3.2, 3.1, 3.4, 3.8)).at("2025-02-08")
        .risingWith(PricePlugin.PRICE);
  }
}
