package org.muscat.server.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.muscat.host.CallListener;

/**
 * A span for each call into a plugin that belongs to a span already; what else asks indicators is
 * not traced. Safe for any thread.
 */
public final class CallSpans implements CallListener {

  private final Tracer tracer;
  private final Clock clock;

  /**
   * A listener.
   *
   * @param clock real time
   */
  public CallSpans(Tracer tracer, Clock clock) {
    this.tracer = tracer;
    this.clock = clock;
  }

  @Override
  public void called(String plugin, String call, Duration took) {
    if (!Span.current().getSpanContext().isValid()) {
      return;
    }
    Instant end = clock.instant();
    tracer
        .spanBuilder(call + " " + plugin)
        .setStartTimestamp(end.minus(took))
        .setAttribute("muscat.plugin", plugin)
        .startSpan()
        .end(end);
  }
}
