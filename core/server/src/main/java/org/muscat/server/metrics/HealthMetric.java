package org.muscat.server.metrics;

import static org.muscat.server.metrics.MetricSpec.counter;
import static org.muscat.server.metrics.MetricSpec.gauge;
import static org.muscat.server.metrics.MetricSpec.histogram;
import static org.muscat.server.metrics.MetricSpec.info;
import static org.muscat.server.metrics.MetricSpec.states;
import static org.muscat.server.metrics.MetricSpec.summary;

/** The families that tell how Muscat itself fares: its program, plugins, feeds and ticks. */
@SuppressWarnings("ImmutableEnumChecker") // the list in a MetricSpec is a copy
public enum HealthMetric implements MetricFamily {
  BUILD(info("muscat_build_info", "This program").by("version")),
  RELOAD_SUCCESSFUL(
      gauge("muscat_config_last_reload_successful", "Whether the newest configuration is in use")
          .detail("1, or 0 if it was refused")),
  RELOAD_SUCCESS_AT(
      gauge(
              "muscat_config_last_reload_success_timestamp_seconds",
              "When a configuration was taken last")
          .detail("the start counts")),
  PLUGIN(
      info("muscat_plugin_info", "A plugin and its verdict")
          .by("plugin", "location", "version", "spi", "status", "code")
          .detail(
              "[codes](errors.md); `spi` is the version of the contract, empty of a plugin that was"
                  + " rejected")),
  PLUGIN_CALL_SECONDS(
      histogram(
              "muscat_plugin_call_seconds",
              "How long a call into a plugin took: all readings of a tick, or one fetch")
          .by("plugin", "call")
          .detail("classic and native; `call` is `read` or `fetch`")
          .absentWhen("not called yet")),
  PLUGIN_CPU_SECONDS(
      counter("muscat_plugin_cpu_seconds_total", "Processor time of the calls into the plugin")
          .by("plugin")
          .detail(
              "of running and abandoned ones too; not of threads that the plugin starts, nor of a"
                  + " plugin in a process of its own")),
  PLUGIN_ALLOCATED_BYTES(
      counter(
              "muscat_plugin_allocated_bytes_total",
              "Memory for objects that calls into the plugin asked for")
          .by("plugin")),
  PLUGIN_STUCK_THREADS(
      gauge(
              "muscat_plugin_stuck_threads",
              "Threads that were abandoned in code of the plugin and still run")
          .by("plugin")),
  SERIES_DROPPED(
      counter(
              "muscat_series_dropped_total",
              "Calls of the meters of the plugin that could not be exported")
          .by("plugin")
          .detail("a bad name, label or number, or a series beyond its 100")),
  FEED_UP(
      gauge("muscat_feed_up", "Whether the last fetch of the feed succeeded")
          .by("feed")
          .absentWhen("none has ended")),
  FEED_STATE(
      states("muscat_feed_state", "How the feed fares")
          .by("feed")
          .detail("`new`, `up`, `stale`, `failing`, `open` ([feeds](architecture.md#feeds))")),
  FEED_NEXT_FETCH(
      gauge("muscat_feed_next_fetch_timestamp_seconds", "When the feed is asked next")
          .by("feed")
          .absentWhen("not known yet")),
  FEED_FETCHES(
      counter("muscat_feed_fetches_total", "Fetches of the feed that ended")
          .by("feed")
          .detail("since this process started")),
  FEED_FAILURES(
      counter("muscat_feed_fetch_failures_total", "Fetches of the feed that failed, by reason")
          .by("feed", "reason")
          .detail(
              "`reason` as in [http.md](http.md#why-a-fetch-failed), or `store`, `vintage_break`,"
                  + " `timed_out`, `stuck`, `threw`, `invalid_result`, `quarantined`")
          .absentWhen("none failed for it")),
  FEED_OBSERVATIONS(
      counter("muscat_feed_observations_total", "Observations of the feed that said something new")
          .by("feed")
          .detail("since this process started")),
  LAST_OBSERVED(
      gauge(
              "muscat_series_last_observed_timestamp_seconds",
              "What the newest observation of the series from this feed is about")
          .by("feed", "series")
          .absentWhen("none came since this process started")),
  VINTAGE_BREAKS(
      counter("muscat_vintage_breaks_total", "How often a source of the feed told its past anew")
          .by("feed")
          .detail("over all restarts")),
  VINTAGE_BREAK_AT(
      gauge(
              "muscat_vintage_break_timestamp_seconds",
              "When it was last seen that a source told the past of a series anew")
          .by("feed", "source", "series")
          .detail("over all restarts")
          .absentWhen("never")),
  SUSPECT(
      gauge("muscat_series_suspect", "The past of the series was told anew and not read whole yet")
          .by("feed", "source", "series")
          .detail("1; `feed` is the one that saw it, which need not be configured any more")
          .absentWhen("the series is believed")),
  FEED_LAST_SUCCESS(
      gauge("muscat_feed_last_success_timestamp_seconds", "When the feed last succeeded")
          .by("feed")
          .absentWhen("it never did")),
  FEED_LAST_COMPLETION(
      gauge("muscat_feed_last_completion_timestamp_seconds", "When a fetch of the feed last ended")
          .by("feed")
          .detail("well or not")
          .absentWhen("none has ended")),
  TICK_SECONDS(
      summary("muscat_tick_seconds", "How long it takes to assess all theatres once")
          .detail("with `muscat_tick_seconds_max`")),
  TICK_LAG_SECONDS(
      summary("muscat_tick_lag_seconds", "How late a tick begins")
          .detail(
              "after the heartbeat, or a second after a change of the store; with"
                  + " `muscat_tick_lag_seconds_max`. A tick that hangs shows in"
                  + " `muscat_index_as_of_timestamp_seconds`: the next one has not begun")),
  JOB_UP(
      gauge("muscat_job_up", "Whether the newest run of the job that ended succeeded")
          .by("job_id")
          .detail("0 until one has")),
  JOB_RUNNING(
      gauge("muscat_job_running", "Whether the job runs just now")
          .by("job_id")
          .detail("in any process that shares the store")),
  JOB_PAUSED(gauge("muscat_job_paused", "Whether the job is paused").by("job_id")),
  JOB_OVERDUE_SECONDS(
      gauge("muscat_job_overdue_seconds", "For how long the oldest moment that is due waits")
          .by("job_id")
          .detail("0 if nothing waits")),
  JOB_NEXT(
      gauge("muscat_job_next_timestamp_seconds", "When the job is due next")
          .by("job_id")
          .absentWhen("it is paused, or runs only when told")),
  JOB_LAST_SUCCESS(
      gauge("muscat_job_last_success_timestamp_seconds", "For which moment the job last succeeded")
          .by("job_id")
          .absentWhen("it never did")),
  JOB_LAST_SECONDS(
      gauge("muscat_job_last_duration_seconds", "How long the last try of the newest run took")
          .by("job_id")
          .absentWhen("none has ended")),
  JOB_RUNS(
      counter("muscat_job_runs_total", "Runs of the job that ended in this process, by outcome")
          .by("job_id", "outcome")
          .detail("`succeeded`, `failed`, `timed_out`; since this process started")),
  JOB_SKIPPED(
      counter("muscat_job_skipped_total", "Moments of the job that were missed and left out")
          .by("job_id")
          .detail("as this process found; since it started")),
  EXPORTED_SERIES(
      gauge("muscat_exported_series", "Series on this page, as text").detail("with this one"));

  private final MetricSpec spec;

  HealthMetric(MetricSpec spec) {
    this.spec = spec;
  }

  @Override
  public MetricSpec spec() {
    return spec;
  }
}
