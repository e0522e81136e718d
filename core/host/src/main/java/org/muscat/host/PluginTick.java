package org.muscat.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.muscat.host.guard.CallResult;
import org.muscat.host.guard.DeadlineRunner;
import org.muscat.host.load.Given;
import org.muscat.host.load.PluginCode;
import org.muscat.spi.Reading;

/**
 * All readings of one plugin in one tick, in one guarded call. Each result is kept as soon as it is
 * there, so that an indicator that never returns costs only those after it.
 */
final class PluginTick {

  private final HostedPlugin plugin;
  private final List<ReadRequest> requests;
  private final AtomicReferenceArray<@Nullable Outcome> outcomes;
  private final long startedAt = System.nanoTime();
  private final Optional<CallFailed> refusal;
  private final DeadlineRunner.@Nullable Call<Boolean> call;
  private final boolean judged;

  /**
   * Starts the readings.
   *
   * @param refusal why the plugin may not be called, if so
   * @param judged whether what comes of it says something about the plugin
   */
  private PluginTick(
      HostedPlugin plugin,
      List<ReadRequest> requests,
      Optional<CallFailed> refusal,
      boolean judged,
      Function<Callable<Boolean>, DeadlineRunner.Call<Boolean>> starter) {
    this.plugin = plugin;
    this.requests = requests;
    this.outcomes = new AtomicReferenceArray<>(requests.size());
    this.refusal = refusal;
    this.judged = judged;
    this.call =
        refusal.isPresent()
            ? null
            : starter.apply(() -> PluginCode.inContext(plugin.contextLoader(), this::readAll));
  }

  /** Starts the readings on the plugin's thread, unless it may not be called. Does not wait. */
  static PluginTick start(HostedPlugin plugin, List<ReadRequest> requests) {
    PluginGuard guard = plugin.guard();
    return new PluginTick(plugin, requests, guard.refusal(), true, guard::start);
  }

  /** Starts the readings on a thread of this runner; they say nothing about the plugin. */
  static PluginTick apart(HostedPlugin plugin, List<ReadRequest> requests, DeadlineRunner runner) {
    return new PluginTick(
        plugin,
        requests,
        Optional.empty(),
        false,
        task -> runner.start(task, plugin.settings().readDeadline()));
  }

  /** Waits for the readings, at most until deadline and grace have passed; in their order. */
  List<Outcome> await() {
    if (call == null) {
      Outcome refused = Outcome.failed(refusal.orElseThrow());
      return Collections.nCopies(requests.size(), refused);
    }
    CallResult<Boolean> result = call.await();
    List<@Nullable Outcome> known = new ArrayList<>();
    for (int i = 0; i < outcomes.length(); i++) {
      known.add(outcomes.get(i));
    }
    int firstMissing = known.indexOf(null);
    List<Outcome> all = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      Outcome outcome = known.get(i);
      all.add(outcome != null ? outcome : Outcome.failed(missing(result, i == firstMissing)));
    }
    if (judged) {
      judge(result, all, firstMissing);
    }
    return all;
  }

  /** Being late is worse than failing: it costs everybody time. */
  private void judge(CallResult<Boolean> result, List<Outcome> all, int firstMissing) {
    int culprit = result instanceof CallResult.Stuck ? firstMissing : -1;
    if (culprit < 0) {
      culprit = first(all, failure -> failure.kind() == CallFailed.Kind.TIMED_OUT);
    }
    if (culprit < 0) {
      culprit = Math.max(0, first(all, failure -> true));
    }
    plugin
        .guard()
        .judge(
            result,
            "indicator '" + requests.get(culprit).indicator().id() + "'",
            all.get(culprit).failure(),
            startedAt);
  }

  /** The first reading with such a failure; -1 if there is none. */
  private static int first(List<Outcome> all, Predicate<CallFailed> kind) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).failure().filter(kind).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  /** Why a reading is not there, when the call ended like this. */
  private CallFailed missing(CallResult<Boolean> result, boolean first) {
    boolean outOfTime =
        result instanceof CallResult.Returned
            || result instanceof CallResult.TimedOut
            || (result instanceof CallResult.Stuck && !first);
    return outOfTime ? outOfTime() : CallFailed.of(plugin.id(), result).orElseGet(this::outOfTime);
  }

  private boolean readAll() {
    Duration deadline = plugin.settings().readDeadline();
    for (int i = 0; i < requests.size(); i++) {
      Outcome outcome = read(requests.get(i));
      if (System.nanoTime() - startedAt > deadline.toNanos()) {
        outcomes.set(i, Outcome.failed(CallFailed.timedOut(plugin.id(), deadline)));
        return false;
      }
      outcomes.set(i, outcome);
    }
    return true;
  }

  private Outcome read(ReadRequest request) {
    try {
      Reading reading = request.indicator().indicator().read(request.view());
      return Outcome.of(Given.reading(reading));
    } catch (Given.NoResultException e) {
      return Outcome.failed(CallFailed.invalid(plugin.id(), e.getMessage()));
    } catch (Throwable e) {
      return Outcome.failed(CallFailed.ofThrown(plugin.id(), e));
    }
  }

  private CallFailed outOfTime() {
    return new CallFailed(
        CallFailed.Kind.SKIPPED,
        plugin.id(),
        "skipped: the indicators before it took the "
            + plugin.settings().readDeadline()
            + " that all of its plugin have");
  }
}
