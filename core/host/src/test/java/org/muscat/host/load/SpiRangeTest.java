package org.muscat.host.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.PluginDescriptor;

class SpiRangeTest {

  private static final SpiRange RANGE = new SpiRange(2, 4);

  @ParameterizedTest
  @CsvSource({"1,P106", "2,", "3,", "4,", "5,P105", "latest,P106", "-3,P106", "' 3 ',"})
  void shouldTakeWhatLiesInTheRange(String version, String code) {
    Optional<Diagnosis> found = RANGE.ofManifest(version, "acme.jar");

    assertThat(found.map(diagnosis -> diagnosis.code().name()))
        .isEqualTo(Optional.ofNullable(code));
  }

  @Test
  void shouldSayWhatWasAskedWhereAndWhatThereIs() {
    Diagnosis found = RANGE.ofManifest("9", "acme.jar").orElseThrow();

    assertThat(found.cause())
        .isEqualTo(
            "the plugin is built against SPI 9, says Muscat-Spi-Version in the manifest of"
                + " acme.jar; this Muscat has SPI 2 to 4");
    assertThat(found.fix())
        .isEqualTo("Run a newer Muscat, or use a version of the plugin for SPI 4.");
  }

  @Test
  void shouldReadTheDescriptor() {
    PluginDescriptor old = PluginDescriptor.of("acme", "Acme", "1.0", "MIT", 1);

    Diagnosis found = RANGE.ofDescriptor(old).orElseThrow();

    assertThat(found.code()).isEqualTo(Code.P106);
    assertThat(found.cause()).contains("says its descriptor");
  }

  @Test
  void shouldServeTheContractOfThisHost() {
    PluginDescriptor own =
        PluginDescriptor.of("acme", "Acme", "1.0", "MIT", PluginDescriptor.SPI_VERSION);

    assertThat(SpiRange.HOST.ofDescriptor(own)).isEmpty();
  }

  @Test
  void shouldRefuseARangeThatIsNone() {
    assertThatThrownBy(() -> new SpiRange(3, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 to 2");
  }
}
