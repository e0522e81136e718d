package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.contract.FeedTestKit;
import org.muscat.contract.IndicatorTestKit;
import org.muscat.diplomacy.framework.FrameworkConfig;
import org.muscat.diplomacy.framework.FrameworkIndexProvider;
import org.muscat.diplomacy.framework.FrameworkProvider;
import org.muscat.engine.response.StructuralFactor;
import org.muscat.spi.FeedException;
import org.muscat.spi.Measured;

/** From a coded framework to the factor of the index (method, section 5.3, golden values). */
class FrameworkFactorTest {

  @TempDir private Path folder;

  @Test
  void shouldHoldTheGoldenFactorOfARegionalBodyAlone() throws Exception {
    double index = index(Map.of("regional-security-body", "1"));

    assertThat(index).isEqualTo(.15);
    assertThat(StructuralFactor.DEFAULT.of(index)).isCloseTo(.5325, within(1e-12));
  }

  @Test
  void shouldHoldTheGoldenFactorOfAnAgreementWithAHotline() throws Exception {
    double index = index(Map.of("agreement-in-force", "1", "military-hotline", "1"));

    assertThat(index).isEqualTo(.4);
    assertThat(StructuralFactor.DEFAULT.of(index)).isCloseTo(.67, within(1e-12));
  }

  @Test
  void shouldNotPassOneWhenEverythingStands() throws Exception {
    double index =
        index(
            Map.of(
                "iaea-access", "1",
                "agreement-in-force", "1",
                "military-hotline", "1",
                "regional-security-body", "1",
                "un-mandate-consensus", "1",
                "deconfliction-mou", "1"));

    assertThat(StructuralFactor.DEFAULT.of(index)).isEqualTo(1);
  }

  /** The index of a file in which the other components stand at nought. */
  private double index(Map<String, String> levels)
      throws IOException, FeedException, InterruptedException {
    Map<String, String> weights =
        Map.of(
            "iaea-access", "0.25",
            "agreement-in-force", "0.20",
            "military-hotline", "0.20",
            "regional-security-body", "0.15",
            "un-mandate-consensus", "0.10",
            "deconfliction-mou", "0.10");
    StringBuilder yaml =
        new StringBuilder(
            "{theatre: gulf, version: 1, codedFrom: 2020-01-01, codedThrough: 2020-01-31,\n");
    yaml.append("weights: ").append(weights.toString().replace("=", ": ")).append(",\nlevels: [\n");
    weights
        .keySet()
        .forEach(
            component ->
                yaml.append(
                    "{component: %s, from: 2020-01-01, level: %s, reason: x, verified: false, sources: []},\n"
                        .formatted(component, levels.getOrDefault(component, "0"))));
    Files.writeString(folder.resolve("own.yaml"), yaml.append("]}\n"));
    try (FeedTestKit<FrameworkConfig> kit = FeedTestKit.of(new FrameworkProvider())) {
      return ((Measured)
              IndicatorTestKit.of(new FrameworkIndexProvider())
                  .given(kit.config("path: own.yaml").in(folder).fetch().observations())
                  .at("2020-02-01")
                  .read())
          .value();
    }
  }
}
