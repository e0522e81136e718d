package org.muscat.bench.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muscat.maritime.attack.AttackIntensityConfig;
import org.muscat.maritime.attack.AttackIntensityProvider;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Scale;
import org.muscat.testkit.Recorded;
import org.muscat.testkit.Risk;
import org.muscat.toolkit.HawkesFit;
import org.muscat.toolkit.Quantiles;

/** The figures of attack-intensity and the tables of docs/maritime.md, computed from ASAM again. */
class AttackTablesTest {

  private static final double HALF_A_DIGIT = 0.00005 + 1e-9;
  private static final AttackIntensityProvider M4 = new AttackIntensityProvider();

  private static RecordedIncidents asam;

  @BeforeAll
  static void read() throws Exception {
    asam = new RecordedIncidents(Recorded.data("maritime/asam_1978_2014.csv"));
  }

  @Test
  void shouldPrintTheTablesOfTheDocs() throws Exception {
    String docs = Files.readString(Path.of("../../docs/maritime.md"));
    Path folder = Recorded.data("maritime/asam_1978_2014.csv").getParent();

    assertThat(AttackTables.tables(folder).values())
        .hasSize(6)
        .allSatisfy(table -> assertThat(docs).contains(String.join("\n", table) + "\n"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Strait.class,
      names = {"HORMUZ", "BAB_EL_MANDEB", "MALACCA"})
  void shouldHaveTheMostLikelyFiguresByDefault(Strait strait) {
    HawkesFit fit = AttackFit.of(asam.attacks(), strait).fit();

    double quiet = AttackScaleTable.read(strait);
    double contagion = (AttackScaleTable.read(strait, 1) - quiet) / AttackFit.DECAY;

    assertThat(fit.converged()).isTrue();
    assertThat(fit.branchingRatio()).isLessThan(1);
    assertThat(quiet).isCloseTo(fit.model().mu(), within(HALF_A_DIGIT));
    assertThat(contagion).isCloseTo(fit.model().a(), within(10 * HALF_A_DIGIT));
  }

  @ParameterizedTest
  @EnumSource(
      value = Strait.class,
      names = {"BAB_EL_MANDEB", "MALACCA"})
  void shouldHaveTheScaleOfItsOwnReadings(Strait strait) {
    double[] readings = readings(strait);
    Scale scale = M4.scale(config(strait));

    assertThat(scale.calm()).isCloseTo(Quantiles.quantile(0.1, readings), within(HALF_A_DIGIT));
    assertThat(scale.stressed()).isCloseTo(Quantiles.quantile(0.9, readings), within(HALF_A_DIGIT));
    assertThat(M4.uncertainty(config(strait)).sigmaClim())
        .isCloseTo(Risk.spread(scale, readings), within(0.05));
    assertThat(M4.level(config(strait)).map(LevelMap::one).orElseThrow())
        .isCloseTo(AttackFitTables.mean(readings), within(HALF_A_DIGIT));
  }

  /** Why Hormuz has no scale of its own: decision 25. */
  @ParameterizedTest
  @EnumSource(
      value = Strait.class,
      names = {"HORMUZ", "BAB_EL_MANDEB", "MALACCA"})
  void shouldOnlyScaleByOwnReadingsWhereOneAttackIsNotBeyondThem(Strait strait) {
    boolean beyond = AttackScaleTable.read(strait, 1) > Quantiles.quantile(0.9, readings(strait));

    assertThat(beyond).isEqualTo(strait == Strait.HORMUZ);
  }

  private static double[] readings(Strait strait) {
    return asam.readings(strait, AttackFit.FROM, AttackFit.TO);
  }

  private static AttackIntensityConfig config(Strait strait) {
    return new AttackIntensityConfig(strait.word(), List.of(RecordedIncidents.SERIES));
  }
}
