package org.muscat.dashboards;

import static org.muscat.dashboards.Common.absent;
import static org.muscat.dashboards.EngineDashboard.ofFeeds;
import static org.muscat.dashboards.grafana.Target.end;
import static org.muscat.dashboards.grafana.Target.range;

import java.util.List;
import org.muscat.dashboards.States.State;
import org.muscat.dashboards.grafana.Color;
import org.muscat.dashboards.grafana.Column;
import org.muscat.dashboards.grafana.Gaps;
import org.muscat.dashboards.grafana.Kind;
import org.muscat.dashboards.grafana.Mapping;
import org.muscat.dashboards.grafana.Panel;
import org.muscat.dashboards.grafana.Row;
import org.muscat.dashboards.grafana.Thresholds;
import org.muscat.dashboards.grafana.Unit;
import org.muscat.dashboards.promql.Expression;
import org.muscat.dashboards.promql.Recordings;
import org.muscat.dashboards.promql.Selector;
import org.muscat.dashboards.promql.Series;
import org.muscat.server.feed.FeedStatus;
import org.muscat.server.metrics.HealthMetric;
import org.muscat.server.metrics.MetricFamily;

/** The feeds: how often they are asked, how often they fail, how fresh what they bring is. */
final class EngineFeeds {

  private static final String TOGETHER = " All chosen processes together.";
  private static final String[] BY_FEED = {"instance", "feed"};
  private static final MetricFamily NEXT = HealthMetric.FEED_NEXT_FETCH;

  private static final States STATE =
      States.of(
          HealthMetric.FEED_STATE,
          State.of(FeedStatus.State.OPEN, Color.DARK_RED),
          State.of(FeedStatus.State.FAILING, Color.RED),
          State.of(FeedStatus.State.STALE, Color.ORANGE),
          State.of(FeedStatus.State.NEW, Color.GREY),
          State.of(FeedStatus.State.UP, Color.GREEN));

  private final Limits limits;
  private final Recordings recordings;

  EngineFeeds(Limits limits, Recordings recordings) {
    this.limits = limits;
    this.recordings = recordings;
  }

  Row row() {
    return Row.of(
        "Feeds", table(), states(), fetches(), failures(), observations(), newest(), broken());
  }

  private Panel table() {
    Thresholds plain = Thresholds.none();
    Thresholds due = Thresholds.below(Color.RED).from(-limits.ofAlert(NEXT.series()), Color.GREEN);
    return Panel.of(
            new Kind.Table(
                List.of(
                    Column.label("Feed", "feed"),
                    Column.label("Instance", "instance"),
                    Column.value("State", 0, Unit.NONE, plain).words(STATE.words()),
                    Column.value("Last success", 1, Unit.SECONDS, plain),
                    Column.value("Asked next in", 2, Unit.SECONDS, due),
                    Column.value("Failed in a day", 3, Unit.RATIO, Limits.anyIsBad()),
                    Column.value("Fetches", 4, Unit.NONE, plain),
                    Column.value("Observations", 5, Unit.NONE, plain),
                    Column.value("Past told anew", 6, Unit.NONE, Limits.noneIsWell())),
                "State",
                false),
            "All feeds",
            "Each feed at the end of the range, the worst first: its state, how long ago it last"
                + " succeeded, when it is asked next, the share of a day's fetches that failed, and"
                + " what it did over the range. A dash is not known.",
            "no feed is configured",
            Unit.NONE)
        .thresholds(plain)
        .ask(
            end(STATE.number(EngineFeeds::chosen, BY_FEED), ""),
            end(recorded("feed:muscat_feed_last_success_age_seconds:now"), ""),
            end(chosen(NEXT).now().maxBy(BY_FEED).ahead(), ""),
            end(recorded("feed:muscat_feed_fetch_failures:ratio1d"), ""),
            end(increase(HealthMetric.FEED_FETCHES), ""),
            end(increase(HealthMetric.FEED_OBSERVATIONS), ""),
            end(increase(HealthMetric.VINTAGE_BREAKS), ""))
        .to(Common.toRunbook("MuscatFeedStale"))
        .size(24, 8);
  }

  private static Panel states() {
    return Panel.of(
            new Kind.StateTimeline(Gaps.SHOWN),
            "State of the feeds",
            "How each feed fared: up, late (stale), failing, or asked less often (open); where several"
                + " processes have it, the worst.",
            absent(HealthMetric.FEED_STATE),
            Unit.NONE)
        .words(STATE.words())
        .ask(range(STATE.number(EngineFeeds::chosen, "feed"), "{{feed}}"))
        .size(12, 8);
  }

  private static Panel fetches() {
    return rate(HealthMetric.FEED_FETCHES, "Fetches", "How often each feed was asked.", "feed")
        .size(12, 8);
  }

  /** Counted, not as a rate: of a reason that is new the first failure has no rate. */
  private static Panel failures() {
    return Panel.of(
            new Kind.TimeSeries(false, Gaps.SHOWN),
            "Failed fetches",
            "How many fetches failed within a few scrapes before each moment, and why. What Prometheus"
                + " sees for the first time counts whole, so also after a gap of Prometheus itself."
                + TOGETHER,
            absent(HealthMetric.FEED_FAILURES) + ", or Muscat was not scraped",
            Unit.NONE)
        .ask(
            range(
                chosen(HealthMetric.FEED_FAILURES).grown().sumBy("feed", "reason"),
                "{{feed}} {{reason}}"))
        .size(8, 8)
        .thresholds(Limits.anyIsBad())
        .to(Common.toRunbook("MuscatFeedStale"));
  }

  private static Panel observations() {
    return rate(
        HealthMetric.FEED_OBSERVATIONS,
        "Observations",
        "How fast each feed brought what it had not told before.",
        "feed");
  }

  private static Panel newest() {
    Expression newest =
        Worst.of(
            HealthMetric.LAST_OBSERVED, chosen(HealthMetric.LAST_OBSERVED).now(), "feed", "series");
    Expression age = newest.age().top(20);
    return Panel.of(
            new Kind.BarGauge(),
            "Oldest series",
            "How long ago the newest observation of a series was, of the 20 oldest. What is usual"
                + " depends on the source: monthly figures are weeks old. Of the demo it says nothing.",
            absent(HealthMetric.LAST_OBSERVED),
            Unit.SECONDS)
        .thresholds(Thresholds.none())
        .ask(end(age, "{{series}} ({{feed}})"))
        .size(8, 8);
  }

  private static Panel broken() {
    return Panel.of(
            new Kind.Table(
                List.of(
                    Column.label("Source", "source"),
                    Column.label("Series", "series"),
                    Column.label("Feed", "feed"),
                    Column.value("Seen at", 0, Unit.DATE, Thresholds.none()),
                    Column.value("Still suspect", 1, Unit.NONE, Limits.noneIsWell())
                        .words(List.of(new Mapping("1", "suspect", Color.RED)))),
                "Seen at",
                true),
            "Sources that told their past anew",
            "Which series a source told anew, the newest first, and whether the series is still"
                + " suspect. A move of the index then may come from that and not from the world.",
            "none: no source ever told its past anew, or Muscat was not scraped",
            Unit.NONE)
        .thresholds(Thresholds.none())
        .ask(
            end(broken(HealthMetric.VINTAGE_BREAK_AT).times(1000), ""),
            end(broken(HealthMetric.SUSPECT), ""))
        .to(Common.toRunbook("MuscatVintageBreak"))
        .size(24, 6);
  }

  private static Expression broken(MetricFamily family) {
    return chosen(family).now().maxBy("source", "series", "feed");
  }

  private static Panel rate(MetricFamily family, String title, String description, String... by) {
    String legend = "{{" + String.join("}} {{", by) + "}}";
    return Panel.of(
            new Kind.TimeSeries(false, Gaps.SHOWN),
            title,
            description + TOGETHER,
            absent(family),
            Unit.PER_SECOND)
        .ask(range(chosen(family).rate().sumBy(by), legend))
        .size(8, 8);
  }

  private static Expression increase(MetricFamily family) {
    return chosen(family).increase().sumBy(BY_FEED);
  }

  private Expression recorded(String name) {
    return chosen(Selector.of(recordings.series(name))).now().maxBy(BY_FEED);
  }

  private static Selector chosen(MetricFamily family) {
    return ofFeeds(Series.of(family));
  }

  private static Selector chosen(Selector selector) {
    return selector.in("job", "$job").in("instance", "$instance").in("feed", "$feed");
  }
}
