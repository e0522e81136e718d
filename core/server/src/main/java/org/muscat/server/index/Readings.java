package org.muscat.server.index;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Outcome;
import org.muscat.host.ReadRequest;
import org.muscat.spi.Inputs;
import org.muscat.spi.NoData;
import org.muscat.store.AsOfView;
import org.muscat.store.VintageBreak;

/** Reads indicators, one caller at a time: a plugin that works for one is skipped for another. */
final class Readings {

  private final LoadedPlugins plugins;
  private final ReentrantLock turn = new ReentrantLock(true);

  Readings(LoadedPlugins plugins) {
    this.plugins = plugins;
  }

  /**
   * What came of a call.
   *
   * @param outcomes one for each request, in their order
   * @param nanos how long the call took
   */
  record Answer(List<Outcome> outcomes, long nanos) {}

  /**
   * Waits for whoever reads already. An indicator of which an input is suspect is not asked: nobody
   * could believe what it says.
   */
  Answer readAll(List<ReadRequest> requests) {
    List<Optional<NoData>> suspect = requests.stream().map(Readings::suspicion).toList();
    if (suspect.stream().allMatch(Optional::isEmpty)) {
      return call(requests);
    }
    List<ReadRequest> asked = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      if (suspect.get(i).isEmpty()) {
        asked.add(requests.get(i));
      }
    }
    Answer answer = call(asked);
    Iterator<Outcome> given = answer.outcomes().iterator();
    List<Outcome> outcomes = new ArrayList<>();
    for (Optional<NoData> why : suspect) {
      outcomes.add(why.isPresent() ? Outcome.of(why.get()) : given.next());
    }
    return new Answer(outcomes, answer.nanos());
  }

  /** Reads to see whether that works, beside whoever reads; it has no effect on the plugins. */
  List<Outcome> readApart(List<ReadRequest> requests) {
    return plugins.readApart(requests);
  }

  private Answer call(List<ReadRequest> requests) {
    turn.lock();
    try {
      long startedAt = System.nanoTime();
      List<Outcome> outcomes = plugins.readAll(requests);
      return new Answer(outcomes, System.nanoTime() - startedAt);
    } finally {
      turn.unlock();
    }
  }

  private static Optional<NoData> suspicion(ReadRequest request) {
    if (!(request.view() instanceof AsOfView view)) {
      return Optional.empty();
    }
    for (Inputs.Input input : request.indicator().inputs().all()) {
      Optional<VintageBreak> seen = view.suspicion(input.series());
      if (seen.isPresent()) {
        return Optional.of(
            NoData.suspect(seen.get() + "; it is believed again when its history was read whole"));
      }
    }
    return Optional.empty();
  }
}
