package org.muscat.dashboards.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.muscat.server.metrics.HealthMetric;
import org.muscat.server.metrics.IndexMetric;

class ExpressionTest {

  @Test
  void shouldWriteASelectorWithItsMatchers() {
    Selector selector =
        Selector.of(IndexMetric.STABILITY).is("theatre", "hormuz").isNot("model", "demo");

    assertThat(selector.now().maxBy("theatre").text())
        .isEqualTo("max by (theatre) (muscat_stability_ratio{theatre=\"hormuz\",model!=\"demo\"})");
  }

  @Test
  void shouldRefuseALabelThatTheFamilyHasNot() {
    Selector selector = Selector.of(IndexMetric.STABILITY);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> selector.is("pillar", "energy"))
        .withMessageContaining("muscat_stability_ratio has no label pillar");
  }

  @Test
  void shouldRefuseToKeepALabelThatIsNotThere() {
    Expression byTheatre = Selector.of(IndexMetric.RISK).now().maxBy("theatre");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> byTheatre.maxBy("indicator"))
        .withMessageContaining("cannot aggregate by [indicator]");
  }

  @Test
  void shouldRefuseToCombineWhatDoesNotMeet() {
    Expression index = Selector.of(IndexMetric.STABILITY).now().maxBy("theatre");
    Expression pillars = Selector.of(IndexMetric.PILLAR_STABILITY).now().maxBy("pillar");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> index.minus(pillars))
        .withMessageContaining("labels do not meet");
  }

  @Test
  void shouldKnowTheOwnLabelOfAStateSet() {
    Selector conflict = Selector.of(IndexMetric.REGIME).is("muscat_regime", "conflict");

    assertThat(conflict.text()).isEqualTo("muscat_regime{muscat_regime=\"conflict\"}");
  }

  @Test
  void shouldAskACounterForItsGrowthOnly() {
    Selector fetches = Selector.of(HealthMetric.FEED_FETCHES);

    assertThat(fetches.rate().text())
        .isEqualTo("rate(muscat_feed_fetches_total[$__rate_interval])");
    assertThatIllegalArgumentException().isThrownBy(fetches::now).withMessageContaining("rate");
  }

  @Test
  void shouldCountACounterThatIsNewWhole() {
    assertThat(Selector.of(HealthMetric.FEED_FAILURES).grown().text())
        .isEqualTo(
            "(increase(muscat_feed_fetch_failures_total[$__rate_interval])"
                + " + (min_over_time(muscat_feed_fetch_failures_total[$__rate_interval])"
                + " unless muscat_feed_fetch_failures_total offset $__rate_interval))"
                + " or increase(muscat_feed_fetch_failures_total[$__rate_interval])");
  }

  @Test
  void shouldHaveNoRateOfAGauge() {
    assertThatIllegalArgumentException()
        .isThrownBy(Selector.of(IndexMetric.STABILITY)::rate)
        .withMessageContaining("is no counter");
  }

  @Test
  void shouldPutAnOperandThatHasAnOperatorIntoBrackets() {
    Expression moment = Selector.of(IndexMetric.AS_OF).now();

    assertThat(moment.age().above(600).text())
        .isEqualTo("(time() - muscat_index_as_of_timestamp_seconds) > 600");
  }

  @Test
  void shouldTakeAQuantileOfBucketsOnly() {
    Selector calls = Selector.of(Series.buckets(HealthMetric.PLUGIN_CALL_SECONDS));

    assertThat(calls.rate().sumBy("plugin", "le").quantile(0.99).text())
        .isEqualTo(
            "histogram_quantile(0.99, sum by (plugin, le)"
                + " (rate(muscat_plugin_call_seconds_bucket[$__rate_interval])))");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calls.rate().sumBy("plugin").quantile(0.99))
        .withMessageContaining("no buckets");
  }

  @Test
  void shouldAskAHistogramForAPartOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Selector.of(HealthMetric.PLUGIN_CALL_SECONDS))
        .withMessageContaining("is a histogram: ask for a part of it");
  }
}
