package org.muscat.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muscat.engine.Composite;
import org.muscat.engine.IndexState;
import org.muscat.engine.Input;
import org.muscat.engine.Model;
import org.muscat.engine.Published;
import org.muscat.engine.margin.Margin;
import org.muscat.engine.margin.ReliabilityTest;
import org.muscat.engine.margin.StabilityBand;
import org.muscat.engine.margin.TouchProbability;
import org.muscat.engine.regime.Axes;
import org.muscat.engine.regime.AxisReading;
import org.muscat.engine.regime.CalibratedMix;
import org.muscat.engine.regime.FlagEvidence;
import org.muscat.engine.regime.FlagJudgement;
import org.muscat.engine.regime.Flags;
import org.muscat.engine.regime.RegimeMachine;
import org.muscat.engine.regime.RegimePosterior;
import org.muscat.engine.regime.RegimeState;
import org.muscat.engine.regime.Strait;
import org.muscat.engine.response.AsymmetricResponse;
import org.muscat.engine.response.StructuralFactor;
import org.muscat.engine.theatre.TheatreModel;
import org.muscat.engine.theatre.TheatreState;
import org.muscat.engine.theatre.TheatreState.MarginView;
import org.muscat.engine.theatre.TheatreState.RegimeView;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.Theatre;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;
import org.muscat.store.SourceRanking;

/** What stands beside the index, as metrics. */
class TheatreMetricsTest {

  private static final Instant NOW = Instant.parse("2025-01-10T00:00:00Z");
  private static final String LABELS = "model=test, theatre=north}";
  private static final Uncertainty UNCERTAINTY =
      new Uncertainty(1, 10, Duration.ofDays(1), Duration.ofDays(3));
  private static final MarginView NO_MARGIN =
      new MarginView(null, null, "there is no score", new TouchProbability.Withheld("no score"));

  @Test
  void shouldExportTheRegimeWithItsPosteriorAndMix() {
    PromText page = page(state(scored(), Axes.of(NOW, 0.5, 0.6, 0.1), NO_MARGIN));

    assertThat(page.series("muscat_regime{")).hasSize(6);
    assertThat(page.value(regime("containment"))).isOne();
    assertThat(page.value(regime("undetermined"))).isZero();
    List<String> probabilities = page.series("muscat_regime_probability_ratio{");
    assertThat(probabilities).hasSize(5);
    assertThat(probabilities.stream().mapToDouble(page::value).sum()).isCloseTo(1, within(1e-12));
    // Method, section 6: D 4 P (1 - P) and 4 D (1 - 2 P) with rho = 1.
    assertThat(page.value("muscat_mix_ratio{" + LABELS)).isCloseTo(0.48, within(1e-12));
    assertThat(page.value("muscat_mix_gradient{" + LABELS)).isCloseTo(-0.4, within(1e-12));
  }

  @Test
  void shouldLeaveOutWhatIsMissingOrUndecided() {
    Axes axes =
        new Axes(
            NOW, AxisReading.of(0.5), AxisReading.unknown(), AxisReading.of(0.1), Strait.PASSABLE);

    PromText page = page(state(scored(), axes, NO_MARGIN));

    assertThat(page.value(regime("undetermined"))).isOne();
    assertThat(page.series("muscat_mix")).isEmpty();
    assertThat(page.series("muscat_margin")).isEmpty();
    assertThat(page.series("muscat_touch")).isEmpty();
    assertThat(page.series("muscat_flag{"))
        .containsExactly(flag("brink"), flag("divergence"), flag("mediated"));
    assertThat(page.value(flag("mediated"))).isOne();
    assertThat(page.value(flag("divergence"))).isZero();
  }

  @Test
  void shouldExportNothingOfARegimeThatTheModelDoesNotJudge() {
    PromText page = page(new TheatreState(scored(), null, List.of(), NO_MARGIN));

    assertThat(page.series("muscat_regime")).isEmpty();
    assertThat(page.series("muscat_flag")).isEmpty();
    assertThat(page.series("muscat_stability_ratio")).hasSize(1);
  }

  @Test
  void shouldExportTheMarginAndOnlyAPublishedTouchProbability() {
    Margin margin = Margin.of(62, 55, 1.5, 14, Set.of());
    ReliabilityTest passed = new ReliabilityTest(0.01, 200);
    MarginView published =
        new MarginView(StabilityBand.GUARDED, margin, "", TouchProbability.of(margin, 0, passed));
    MarginView withheld =
        new MarginView(StabilityBand.GUARDED, margin, "", TouchProbability.of(margin, 0, null));

    PromText with = page(new TheatreState(scored(), null, List.of(), published));
    PromText without = page(new TheatreState(scored(), null, List.of(), withheld));

    double sigmas = 7 / (1.5 * Math.sqrt(14));
    assertThat(with.value("muscat_margin_sigmas{" + LABELS)).isCloseTo(sigmas, within(1e-12));
    // Twice the tail at 1.2472 sigma.
    assertThat(with.value("muscat_touch_probability_ratio{horizon=14d, " + LABELS))
        .isCloseTo(0.2123, within(5e-4));
    assertThat(without.value("muscat_margin_sigmas{" + LABELS)).isCloseTo(sigmas, within(1e-12));
    assertThat(without.series("muscat_touch")).isEmpty();
  }

  @Test
  void shouldExportPartsThatSumToWhatTheIndexLacks() {
    PromText page = page(new TheatreState(scored(), null, List.of(), NO_MARGIN));

    List<String> parts = page.series("muscat_contribution_ratio{");
    assertThat(parts)
        .hasSize(4)
        .contains(contribution("(structure)", "(structure)"))
        .contains(contribution("(response)", "(response)"));
    assertThat(parts.stream().mapToDouble(page::value).sum())
        .isCloseTo(1 - page.value("muscat_stability_ratio{" + LABELS), within(1e-12));
    assertThat(page.value(contribution("(response)", "(response)"))).isNegative();
    double dynamic = page.value("muscat_dynamic_stability_ratio{" + LABELS);
    double factor = page.value("muscat_structural_factor_ratio{" + LABELS);
    assertThat(dynamic).isCloseTo(0.7, within(1e-12));
    assertThat(factor).isCloseTo(0.45 + 0.55 * 0.6, within(1e-12));
    assertThat(page.value("muscat_index_target_ratio{" + LABELS))
        .isCloseTo(dynamic * factor, within(1e-12));
  }

  @Test
  void shouldExportOpacityOnlyWhileItIsKnown() {
    NoData none = new NoData("nobody looked");

    PromText known = page(new TheatreState(scored(), null, List.of(), NO_MARGIN));
    PromText unknown = page(new TheatreState(index(none), null, List.of(), NO_MARGIN));

    assertThat(known.value("muscat_opacity_ratio{" + LABELS)).isEqualTo(0.25);
    assertThat(unknown.series("muscat_opacity")).isEmpty();
    assertThat(unknown.value("muscat_stability_upper_ratio{" + LABELS))
        .isGreaterThan(known.value("muscat_stability_upper_ratio{" + LABELS));
  }

  @Test
  void shouldTellThatTheModelIsWarming() {
    IndexState warming = scored().warming("the history begins later");

    PromText page = page(new TheatreState(warming, null, List.of(), NO_MARGIN));

    assertThat(
            page.value(
                "muscat_index_status{model=test, muscat_index_status=warming, theatre=north}"))
        .isOne();
    assertThat(page.series("muscat_index_status{")).hasSize(4);
    assertThat(page.series("muscat_stability")).isEmpty();
    assertThat(page.series("muscat_index_target")).isEmpty();
    assertThat(page.series("muscat_contribution")).isEmpty();
  }

  /** With all that a theatre can have beside indicators. */
  static PromText pageOfEverything() {
    Margin margin = Margin.of(62, 55, 1.5, 14, Set.of());
    MarginView published =
        new MarginView(
            StabilityBand.GUARDED,
            margin,
            "",
            TouchProbability.of(margin, 0, new ReliabilityTest(0.01, 200)));
    return page(state(scored(), Axes.of(NOW, 0.5, 0.6, 0.1), published));
  }

  private static TheatreState state(IndexState index, Axes axes, MarginView margin) {
    RegimeState regime = RegimeMachine.first(axes);
    CalibratedMix mix = CalibratedMix.DEFAULT;
    List<FlagJudgement> flags = Flags.judge(regime, new FlagEvidence(null, true, null, false), mix);
    Double dialogue = axes.dialogue().level();
    Double pressure = axes.pressure().level();
    boolean mixed = dialogue != null && pressure != null;
    RegimeView view =
        new RegimeView(
            regime,
            RegimePosterior.uniform().next(axes),
            mixed ? (Double) mix.of(dialogue, pressure) : null,
            mixed ? (Double) mix.gradient(dialogue, pressure) : null);
    return new TheatreState(index, view, flags, margin);
  }

  private static IndexState scored() {
    return index(Measured.of(0.25, NOW));
  }

  /** An index of 70 times a factor, published well above that the day before. */
  private static IndexState index(Reading opacity) {
    return new Composite(model())
        .compose(
            "north",
            NOW,
            List.of(
                Input.of(Measured.of(30, NOW)),
                Input.of(Measured.of(30, NOW)),
                Input.of(Measured.of(0.6, NOW)),
                Input.of(opacity)),
            new Published(80, NOW.minus(Duration.ofDays(1))),
            AsymmetricResponse.DEFAULT);
  }

  private static Model model() {
    Scale scale = Scale.linear(0, 0, 100, 100);
    Model.Pillar pillar =
        new Model.Pillar(
            "first",
            1,
            List.of(
                new Model.Member("one", 1, scale, UNCERTAINTY),
                new Model.Member("two", 1, scale, UNCERTAINTY)));
    Model.Rules rules =
        Model.Rules.DEFAULT
            .withStructure(new Model.Structure("framework", StructuralFactor.DEFAULT, UNCERTAINTY))
            .withOpacities(
                List.of(new Model.Opacity("opacity", Model.Opacity.DEFAULT_POINTS, UNCERTAINTY)));
    return new Model("test", 1, "0", List.of(pillar), rules);
  }

  private static PromText page(TheatreState state) {
    Theatre theatre =
        new Theatre(
            "north",
            "The north",
            TheatreModel.of("north", model()),
            SourceRanking.byName(),
            List.of(),
            List.of());
    Assessment assessment =
        new Assessment(
            theatre, state, List.of(), List.of(), new Assessment.Basis(0, Optional.empty()));
    byte[] page =
        ExpositionFormat.TEXT.page(IndexFamilies.of(List.of(assessment), Restricted.NOTHING));
    return PromText.parse(new String(page, StandardCharsets.UTF_8));
  }

  private static String regime(String name) {
    return "muscat_regime{model=test, muscat_regime=" + name + ", theatre=north}";
  }

  private static String flag(String name) {
    return "muscat_flag{flag=" + name + ", " + LABELS;
  }

  private static String contribution(String pillar, String indicator) {
    return "muscat_contribution_ratio{indicator="
        + indicator
        + ", model=test, pillar="
        + pillar
        + ", theatre=north}";
  }
}
