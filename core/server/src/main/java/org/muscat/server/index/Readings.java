package org.muscat.server.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.muscat.host.BoundIndicator;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Outcome;
import org.muscat.host.ReadRequest;
import org.muscat.store.SourceRanking;
import org.muscat.store.Store;

/** Reads indicators as of a moment: each one from the store's view of its own inputs. */
final class Readings {

  private final Store store;
  private final LoadedPlugins plugins;

  /** A plugin that works for one caller is skipped for another: they take turns. */
  private final ReentrantLock turn = new ReentrantLock(true);

  Readings(Store store, LoadedPlugins plugins) {
    this.store = store;
    this.plugins = plugins;
  }

  /** One outcome for each distinct indicator. Waits for whoever reads already. */
  Map<BoundIndicator, Outcome> read(
      Collection<BoundIndicator> indicators, SourceRanking sources, Instant asOf) {
    List<BoundIndicator> distinct = List.copyOf(new LinkedHashSet<>(indicators));
    List<ReadRequest> requests = new ArrayList<>();
    for (BoundIndicator indicator : distinct) {
      requests.add(new ReadRequest(indicator, store.view(asOf, indicator.inputs().all(), sources)));
    }
    List<Outcome> outcomes = readAll(requests);
    Map<BoundIndicator, Outcome> read = new HashMap<>();
    for (int i = 0; i < distinct.size(); i++) {
      read.put(distinct.get(i), outcomes.get(i));
    }
    return read;
  }

  private List<Outcome> readAll(List<ReadRequest> requests) {
    turn.lock();
    try {
      return plugins.readAll(requests);
    } finally {
      turn.unlock();
    }
  }
}
