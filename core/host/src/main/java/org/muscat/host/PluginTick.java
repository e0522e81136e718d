package org.muscat.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.muscat.host.guard.CallResult;
import org.muscat.host.guard.DeadlineRunner;
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

  private PluginTick(HostedPlugin plugin, List<ReadRequest> requests) {
    this.plugin = plugin;
    this.requests = requests;
    this.outcomes = new AtomicReferenceArray<>(requests.size());
    this.refusal = plugin.guard().refusal();
    this.call =
        refusal.isPresent()
            ? null
            : plugin
                .guard()
                .start(() -> PluginCode.inContext(plugin.contextLoader(), this::readAll));
  }

  /** Starts the readings on the plugin's thread, unless it may not be called. Does not wait. */
  static PluginTick start(HostedPlugin plugin, List<ReadRequest> requests) {
    return new PluginTick(plugin, requests);
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
    judge(result, all);
    return all;
  }

  /** The first reading that failed says what is wrong with the plugin. */
  private void judge(CallResult<Boolean> result, List<Outcome> all) {
    int culprit = 0;
    while (culprit < all.size() - 1 && all.get(culprit).failure().isEmpty()) {
      culprit++;
    }
    plugin
        .guard()
        .judge(
            result,
            "indicator '" + requests.get(culprit).indicator().id() + "'",
            all.get(culprit).failure(),
            startedAt);
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
      return reading == null
          ? Outcome.failed(CallFailed.invalid(plugin.id(), "read() returned null"))
          : Outcome.of(reading);
    } catch (Throwable e) {
      return Outcome.failed(CallFailed.ofReading(plugin.id(), e));
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
