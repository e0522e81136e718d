package org.muscat.bench.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muscat.bench.validation.Rule.Verdict;
import org.muscat.bench.validation.StatusTable.Change;
import org.muscat.maritime.geo.Strait;

/** The rules of the detection table on made-up series that can be reckoned by hand. */
class RuleTest {

  @Test
  void shouldSayNothingBeforeTheBaselineHasItsDays() {
    assertThat(RatioRules.rolling().judge(Calls.halvedAfter(90, 0))).isEqualTo(Verdict.NOTHING);
    assertThat(RatioRules.rolling().judge(Calls.halvedAfter(91, 0))).isEqualTo(Verdict.USUAL);
    assertThat(RatioRules.median().judge(Calls.halvedAfter(180, 0))).isEqualTo(Verdict.NOTHING);
    assertThat(RatioRules.median().judge(Calls.halvedAfter(181, 0))).isEqualTo(Verdict.USUAL);
    assertThat(RatioRules.exponential().judge(Calls.halvedAfter(4, 0))).isEqualTo(Verdict.NOTHING);
    assertThat(RatioRules.exponential().judge(Calls.halvedAfter(5, 0))).isEqualTo(Verdict.USUAL);
    assertThat(RatioRules.gated().judge(Calls.halvedAfter(90, 0))).isEqualTo(Verdict.NOTHING);
    assertThat(RatioRules.gated().judge(Calls.halvedAfter(91, 0))).isEqualTo(Verdict.USUAL);
  }

  /**
   * Before the n-th low day the mean is 50 + 50 .9^(n-1). On the 6th .5714/.7952 = .72, on the 7th
   * .5/.7657 = .65, on the 9th .5/.7152 = .699, on the 10th .5/.6937 = .72.
   */
  @Test
  void shouldForgetACrisisInThreeDaysWithTheExponentialMean() {
    Rule rule = RatioRules.exponential();

    assertThat(rule.judge(Calls.halvedAfter(200, 6))).isEqualTo(Verdict.USUAL);
    assertThat(rule.judge(Calls.halvedAfter(200, 7))).isEqualTo(Verdict.FLAGGED);
    assertThat(rule.judge(Calls.halvedAfter(200, 9))).isEqualTo(Verdict.FLAGGED);
    assertThat(rule.judge(Calls.halvedAfter(200, 10))).isEqualTo(Verdict.USUAL);
  }

  /**
   * Before the n-th low day n - 1 of the 90 are low: 50 / (100 - 50 (n-1)/90) is .7 at n = 52.4.
   */
  @Test
  void shouldForgetACrisisInTwoMonthsWithTheRollingMean() {
    Rule rule = RatioRules.rolling();

    assertThat(rule.judge(Calls.halvedAfter(200, 52))).isEqualTo(Verdict.FLAGGED);
    assertThat(rule.judge(Calls.halvedAfter(200, 53))).isEqualTo(Verdict.USUAL);
  }

  /** With 365 low days of 730 the median is 75, with 366 it is 50. */
  @Test
  void shouldForgetACrisisInAYearWithTheMedianOfTwo() {
    Rule rule = RatioRules.median();

    assertThat(rule.judge(Calls.halvedAfter(900, 366))).isEqualTo(Verdict.FLAGGED);
    assertThat(rule.judge(Calls.halvedAfter(900, 367))).isEqualTo(Verdict.USUAL);
  }

  @Test
  void shouldNotForgetACrisisWithTheGatedBaseline() {
    Rule shortfall =
        TransitIndicator.of("transit-shortfall", Strait.BAB_EL_MANDEB)
            .flagging(said -> said.value() < RatioRules.THRESHOLD);

    assertThat(RatioRules.gated().judge(Calls.halvedAfter(400, 700))).isEqualTo(Verdict.FLAGGED);
    assertThat(shortfall.judge(Calls.halvedAfter(400, 700))).isEqualTo(Verdict.FLAGGED);
    assertThat(shortfall.judge(Calls.halvedAfter(400, 0))).isEqualTo(Verdict.USUAL);
    assertThat(shortfall.judge(Calls.halvedAfter(100, 0))).isEqualTo(Verdict.NOTHING);
  }

  /** The mean of seven days is .79 of the usual on the third low day; the word waits for five. */
  @Test
  void shouldTellEachChangeOfTheStatusWord() {
    TransitIndicator status = TransitIndicator.of("chokepoint-status", Strait.BAB_EL_MANDEB);

    List<Change> changes = StatusTable.changes(status, Calls.halvedAfter(400, 30));

    assertThat(changes).extracting(Change::word).containsExactly("OPEN", "RESTRICTED");
    assertThat(changes.get(1).since()).isEqualTo(Calls.FIRST.plusDays(402));
    assertThat(changes.get(1).day()).isEqualTo(Calls.FIRST.plusDays(406));
  }
}
