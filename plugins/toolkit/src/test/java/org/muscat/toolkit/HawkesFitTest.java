package org.muscat.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HawkesFitTest {

  private static final Hawkes TRUTH = new Hawkes(0.3, 0.5, 0.4);

  /** Rows of the reference that hold the optimum of nlminb. */
  @ParameterizedTest
  @CsvSource({"exact, 3", "days, 8"})
  void shouldFindTheOptimumOfR(String series, int row) {
    Reference r = Reference.of("hawkes-output.csv");
    Hawkes expected = HawkesTest.model(r, row);

    HawkesFit fit = HawkesFit.of(HawkesTest.times(series));

    assertThat(fit.converged()).isTrue();
    assertThat(fit.logLikelihood()).isCloseTo(r.column("logLikelihood")[row], within(1e-6));
    assertThat(fit.model().mu()).isCloseTo(expected.mu(), within(1e-4));
    assertThat(fit.model().a()).isCloseTo(expected.a(), within(1e-4));
    assertThat(fit.model().b()).isCloseTo(expected.b(), within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({"exact, 3", "days, 8"})
  void shouldGiveTheStandardErrorsOfR(String series, int row) {
    Reference r = Reference.of("hawkes-output.csv");

    HawkesFit.Errors errors = HawkesFit.of(HawkesTest.times(series)).errors().orElseThrow();

    assertThat(errors.mu()).isCloseTo(r.column("errorMu")[row], within(1e-4));
    assertThat(errors.a()).isCloseTo(r.column("errorA")[row], within(1e-4));
    assertThat(errors.b()).hasValueCloseTo(r.column("errorB")[row], within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({"exact, 4", "days, 9"})
  void shouldFindTheOptimumOfRWithAHeldDecay(String series, int row) {
    Reference r = Reference.of("hawkes-output.csv");

    HawkesFit fit = HawkesFit.withDecay(HawkesTest.times(series), 0.6);

    assertThat(fit.converged()).isTrue();
    assertThat(fit.model().b()).isEqualTo(0.6);
    assertThat(fit.model().mu()).isCloseTo(r.column("mu")[row], within(1e-4));
    assertThat(fit.model().a()).isCloseTo(r.column("a")[row], within(1e-4));
    assertThat(fit.errors().orElseThrow().b()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldRecoverWhatWasSimulatedWithinTwoStandardErrors(long seed) {
    HawkesFit fit = HawkesFit.of(SimulatedHawkes.of(TRUTH, 4_000, seed));

    HawkesFit.Errors errors = fit.errors().orElseThrow();
    assertThat(fit.converged()).isTrue();
    assertThat(fit.model().mu()).isCloseTo(TRUTH.mu(), within(2 * errors.mu()));
    assertThat(fit.model().a()).isCloseTo(TRUTH.a(), within(2 * errors.a()));
    assertThat(fit.model().b()).isCloseTo(TRUTH.b(), within(2 * errors.b().orElseThrow()));
  }

  /** Of 100 simulations about 95 must lie within two standard errors, if these are any good. */
  @Test
  void shouldMissByMoreThanTwoStandardErrorsAboutAsOftenAsChanceDoes() {
    long inside =
        IntStream.rangeClosed(101, 200)
            .mapToObj(seed -> HawkesFit.of(SimulatedHawkes.of(TRUTH, 1_000, seed)))
            .filter(
                fit -> Math.abs(fit.model().a() - TRUTH.a()) <= 2 * fit.errors().orElseThrow().a())
            .count();

    assertThat(inside).isBetween(88L, 100L);
  }

  /** Things that come ever faster would be more likely still if each brought more than one. */
  @Test
  void shouldStayStationaryWhereTimesExplode() {
    double[] times = IntStream.range(1, 200).mapToDouble(i -> 100 * Math.log(i)).toArray();
    double[] marks = new double[times.length];
    Arrays.fill(marks, 1.0);
    MarkedTimes exploding = MarkedTimes.of(times, marks, times[times.length - 1]);

    HawkesFit fit = HawkesFit.of(exploding);

    assertThat(fit.branchingRatio()).isLessThan(1);
    assertThat(new Hawkes(fit.model().mu(), 1.2, fit.model().b()).logLikelihood(exploding))
        .isGreaterThan(fit.logLikelihood());
  }

  @Test
  void shouldFindNoExcitationInTimesThatShunEachOther() {
    double[] times = IntStream.range(0, 100).mapToDouble(i -> 5 * i).toArray();
    double[] marks = new double[times.length];
    Arrays.fill(marks, 1.0);

    HawkesFit fit = HawkesFit.withDecay(MarkedTimes.of(times, marks, 500), 2);

    assertThat(fit.converged()).isTrue();
    assertThat(fit.branchingRatio()).isBetween(0.0, 1e-6);
    assertThat(fit.model().mu()).isCloseTo(0.2, within(1e-4));
  }

  @Test
  void shouldNotDependOnTheUnitOfTime() {
    MarkedTimes days = SimulatedHawkes.of(TRUTH, 800, 9);
    double[] times = IntStream.range(0, days.size()).mapToDouble(i -> 24 * days.time(i)).toArray();
    double[] marks = IntStream.range(0, days.size()).mapToDouble(days::mark).toArray();

    HawkesFit daily = HawkesFit.of(days);
    HawkesFit hourly = HawkesFit.of(MarkedTimes.of(times, marks, 24 * 800));

    assertThat(24 * hourly.model().mu()).isCloseTo(daily.model().mu(), within(1e-4));
    assertThat(hourly.model().a()).isCloseTo(daily.model().a(), within(1e-4));
    assertThat(24 * hourly.model().b()).isCloseTo(daily.model().b(), within(1e-4));
  }

  @Test
  void shouldRefuseTooFewTimes() {
    MarkedTimes few = MarkedTimes.of(new double[] {1, 2}, new double[] {1, 1}, 3);

    assertThatThrownBy(() -> HawkesFit.of(few))
        .hasMessage("2 times with mean mark 1.0: at least 10 are needed, not all with mark 0");
    assertThatThrownBy(() -> HawkesFit.withDecay(few, 0)).hasMessage("b is 0.0, not positive");
  }

  @Test
  void shouldAcceptWhatWasSimulatedAfterRescalingTime() {
    MarkedTimes times = SimulatedHawkes.of(TRUTH, 2_000, 11);

    TimeRescaling truth = TimeRescaling.of(TRUTH, times);

    assertThat(truth.waits()).isEqualTo(times.size());
    assertThat(truth.probability()).isGreaterThan(0.05);
  }

  @Test
  void shouldRejectAWrongModelAfterRescalingTime() {
    MarkedTimes times = SimulatedHawkes.of(TRUTH, 2_000, 11);
    Hawkes poisson = new Hawkes(times.size() / 2_000.0, 0, 1);

    assertThat(TimeRescaling.of(poisson, times).probability()).isLessThan(1e-6);
  }

  @Test
  void shouldRejectEvenlySpacedTimesAfterRescaling() {
    double[] marks = new double[300];
    double[] times = IntStream.range(0, 300).mapToDouble(i -> i + 1).toArray();

    TimeRescaling even = TimeRescaling.of(new Hawkes(1, 0, 1), MarkedTimes.of(times, marks, 300));

    assertThat(even.statistic()).isCloseTo(1 - Math.exp(-1), within(1e-12));
    assertThat(even.probability()).isLessThan(1e-6);
  }

  @Test
  void shouldWaitAsLongAsTheCompensatorSays() {
    MarkedTimes times = SimulatedHawkes.of(TRUTH, 100, new Random(3).nextLong());

    double[] waits = TimeRescaling.waits(TRUTH, times);

    int last = times.size() - 1;
    assertThat(Arrays.stream(waits).sum())
        .isCloseTo(TRUTH.compensator(times, times.time(last)), within(1e-9));
  }
}
