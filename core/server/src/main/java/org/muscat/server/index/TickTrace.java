package org.muscat.server.index;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;

/** The spans of ticks: a root for each tick, and its parts. Safe for any thread. */
final class TickTrace {

  private final Tracer tracer;

  TickTrace(Tracer tracer) {
    this.tracer = tracer;
  }

  /**
   * A whole tick.
   *
   * @param cause why it runs: {@code heartbeat} or {@code change}
   */
  void tick(String cause, Runnable work) {
    Span span =
        tracer.spanBuilder("tick").setNoParent().setAttribute("muscat.cause", cause).startSpan();
    within(
        span,
        () -> {
          work.run();
          return span;
        });
  }

  /** The assessment of a theatre. */
  Assessment theatre(Theatre theatre, Instant asOf, Supplier<Assessment> work) {
    Span span =
        tracer
            .spanBuilder("assess " + theatre.id())
            .setAttribute("muscat.theatre", theatre.id())
            .setAttribute("muscat.as_of", asOf.toString())
            .startSpan();
    return within(
        span,
        () -> {
          Assessment assessment = work.get();
          span.setAttribute("muscat.model", assessment.state().model());
          span.setAttribute("muscat.coverage", assessment.state().coverage());
          span.setAttribute(
              "muscat.status", assessment.state().status().name().toLowerCase(Locale.ROOT));
          return assessment;
        });
  }

  /** Another part. */
  void part(String name, Runnable work) {
    Span span = tracer.spanBuilder(name).startSpan();
    within(
        span,
        () -> {
          work.run();
          return span;
        });
  }

  private static <T> T within(Span span, Supplier<T> work) {
    try {
      return Context.current().with(span).wrapSupplier(work).get();
    } catch (RuntimeException | Error e) {
      span.recordException(e);
      span.setStatus(StatusCode.ERROR);
      throw e;
    } finally {
      span.end();
    }
  }
}
