package org.muscat.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muscat.host.MeterSample;

/** Whatever plugins call their meters, the page can be read. */
class PluginFamiliesTest {

  private static final MeterSample FIRST = gauge("gas", "price_rows", Map.of(), 7);

  @Test
  void shouldExportTheFirstOfTwoKindsOfOneName() {
    PromText page = page(FIRST, counter("gas-price", "rows", 9));

    assertThat(page.value("muscat_x_gas_price_rows{feed=gas}")).isEqualTo(7);
    assertThat(page.series("muscat_x_")).hasSize(1);
  }

  @Test
  void shouldExportTheFirstOfTwoPluginsWithOneName() {
    PromText page = page(FIRST, gauge("gas-price", "rows", Map.of(), 9));

    assertThat(page.value("muscat_x_gas_price_rows{feed=gas}")).isEqualTo(7);
    assertThat(page.series("muscat_x_")).hasSize(1);
  }

  @Test
  void shouldExportOneSetOfLabelsForEachName() {
    PromText page = page(FIRST, gauge("gas", "price_rows", Map.of("hub", "ttf"), 9));

    assertThat(page.series("muscat_x_")).containsExactly("muscat_x_gas_price_rows{feed=gas}");
  }

  @Test
  void shouldExportTheFirstOfACounterAndWhatIsCalledTotal() {
    PromText page = page(counter("gas", "price", 7), gauge("gas-price", "total", Map.of(), 9));

    assertThat(page.value("muscat_x_gas_price_total{feed=gas}")).isEqualTo(7);
    assertThat(page.series("muscat_x_")).hasSize(1);
  }

  @Test
  void shouldExportAllSeriesOfOneFamily() {
    PromText page =
        page(
            gauge("gas", "rows", Map.of("hub", "ttf"), 1),
            gauge("gas", "rows", Map.of("hub", "nbp"), 2));

    assertThat(page.series("muscat_x_gas_rows")).hasSize(2);
  }

  private static PromText page(MeterSample... samples) {
    Families families = new Families();
    PluginFamilies plugins = new PluginFamilies(families);
    List.of(samples).forEach(plugins::add);
    return PromText.parse(
        new String(ExpositionFormat.TEXT.page(families.build()), StandardCharsets.UTF_8));
  }

  private static MeterSample counter(String plugin, String name, double value) {
    return new MeterSample(plugin, plugin, name, Map.of(), true, value);
  }

  private static MeterSample gauge(
      String plugin, String name, Map<String, String> labels, double value) {
    return new MeterSample(plugin, plugin, name, labels, false, value);
  }
}
