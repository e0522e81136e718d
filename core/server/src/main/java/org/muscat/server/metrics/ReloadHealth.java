package org.muscat.server.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;

/**
 * Whether the newest configuration is in use, as metrics. The one of the start counts, too. Safe
 * for any thread.
 */
public final class ReloadHealth implements MultiCollector {

  private record State(boolean successful, Instant lastSuccess) {}

  private volatile State state;

  /** Begins with a configuration that was taken at a moment. */
  public ReloadHealth(Instant startedAt) {
    this.state = new State(true, startedAt);
  }

  /** A new configuration was taken. */
  public void succeeded(Instant at) {
    state = new State(true, at);
  }

  /** A new configuration was refused; the one before it is still in use. */
  public synchronized void failed() {
    state = new State(false, state.lastSuccess());
  }

  @Override
  public MetricSnapshots collect() {
    State now = state;
    Families families = new Families();
    families.gauge(HealthMetric.RELOAD_SUCCESSFUL, Labels.EMPTY, now.successful() ? 1 : 0);
    families.gauge(
        HealthMetric.RELOAD_SUCCESS_AT, Labels.EMPTY, now.lastSuccess().toEpochMilli() / 1000.0);
    return families.build();
  }
}
