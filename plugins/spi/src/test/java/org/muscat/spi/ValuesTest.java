package org.muscat.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of the contract cannot be built wrong. */
class ValuesTest {

  private static final Instant NOW = Instant.parse("2019-09-20T00:00:00Z");

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void shouldNotMeasureOrObserveWhatIsNotFinite(double value) {
    assertThatThrownBy(() -> Measured.of(value, NOW)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Observation.point("oil/brent-spot", NOW, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("oil/brent-spot");
    assertThatThrownBy(() -> Scale.logistic(value, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "brent", "Oil/brent", "oil/brent spot", "oil//spot", "/oil", "oil/", "a/b_c"})
  void shouldRefuseASeriesNameThatIsNoPathOfWords(String name) {
    assertThatThrownBy(() -> Observation.point(name, NOW, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + name + "'");
    assertThatThrownBy(() -> Inputs.none().with(name, Duration.ofDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Oil", "oil_fear", "oil--fear", "-oil", "1oil"})
  void shouldRefuseAnIdThatIsNoWords(String id) {
    assertThatThrownBy(
            () -> PluginDescriptor.of(id, "Title", "1", "Apache-2.0", PluginDescriptor.SPI_VERSION))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + id + "'");
    assertThatThrownBy(() -> FeedDescriptor.of(id, "Title", "files", Duration.ofDays(1), "CC0-1.0"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldKeepTheLongerLookBackOfOneSeries() {
    Inputs inputs =
        Inputs.none()
            .with("oil/brent-spot", Duration.ofDays(5))
            .with("oil/wti-spot", Duration.ofDays(1))
            .with("oil/brent-spot", Duration.ofDays(3));

    assertThat(inputs.all())
        .containsExactly(
            new Inputs.Input("oil/brent-spot", Duration.ofDays(5)),
            new Inputs.Input("oil/wti-spot", Duration.ofDays(1)));
  }

  @Test
  void shouldSetCaveatAndFactsBesideTheNumber() {
    Measured measured =
        Measured.of(1.5, NOW).fact("frozen-since", "2019-09-01").partial("young baseline");

    assertThat(measured.value()).isEqualTo(1.5);
    assertThat(measured.caveat()).contains("young baseline");
    assertThat(measured.facts()).containsExactly(Map.entry("frozen-since", "2019-09-01"));
    assertThat(measured).isNotEqualTo(Measured.of(1.5, NOW));
    assertThatThrownBy(() -> measured.partial(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NoData("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldKeepAttributesOfAnEventInTheOrderOfTheirNames() {
    Observation event =
        Observation.event(
            "events/gulf/kinetic", "a", NOW, "seizure", 0.25, Map.of("b", "2", "a", "1"));

    assertThat(event.isEvent()).isTrue();
    assertThat(event.attributes().keySet()).containsExactly("a", "b");
    assertThat(event.knownAt()).isEmpty();
    assertThat(event.knownAt(NOW, KnownBasis.ASSUMED).knownAt()).contains(NOW);
  }

  @Test
  void shouldSayWhichAttributeOfAnEventIsNoNumber() {
    Event event = new Event("a", NOW, NOW, "seizure", 0.25, Map.of("count", "many", "level", "2"));

    assertThat(event.number("level")).isEqualTo(2);
    assertThatThrownBy(() -> event.number("count")).hasMessageContaining("'many'");
    assertThatThrownBy(() -> event.number("weight")).hasMessageContaining("no attribute 'weight'");
  }

  @Test
  void shouldRefuseScalesThatAreNone() {
    assertThatThrownBy(() -> Scale.logistic(2, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Scale.logLogistic(0, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Scale.linear(0, 60, 1, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("60");
    assertThat(Scale.linear(1, 0, 0, 60)).isEqualTo(Scale.linear(1, 0, 0, 60));
  }

  @Test
  void shouldRefuseAnUncertaintyThatCannotBe() {
    Duration day = Duration.ofDays(1);

    assertThatThrownBy(() -> new Uncertainty(-1, 20, day, day))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Uncertainty(3, 20, Duration.ZERO, day))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Uncertainty(3, 20, day.multipliedBy(2), day))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldNameSeriesThatMayNotBePassedOn() {
    PluginDescriptor free =
        PluginDescriptor.of("a", "Title", "1", "Apache-2.0", PluginDescriptor.SPI_VERSION);

    assertThat(free.restrictedSeries()).isEmpty();
    assertThat(free.restricting("oil/paid", "volatility/").restrictedSeries())
        .containsExactly("oil/paid", "volatility/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "oil", "Oil/paid", "Volatility/", "oil//"})
  void shouldRefuseARestrictedSeriesThatCanBeNone(String series) {
    PluginDescriptor free =
        PluginDescriptor.of("a", "Title", "1", "Apache-2.0", PluginDescriptor.SPI_VERSION);

    assertThatThrownBy(() -> free.restricting(series))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("series name '");
  }
}
