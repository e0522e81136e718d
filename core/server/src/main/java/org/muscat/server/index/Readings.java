package org.muscat.server.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.muscat.host.BoundIndicator;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Outcome;
import org.muscat.host.ReadRequest;
import org.muscat.spi.Reading;
import org.muscat.store.SourceRanking;
import org.muscat.store.Store;

/** Reads indicators as of a moment: each one from the store's view of its own inputs. */
final class Readings {

  private final Store store;
  private final LoadedPlugins plugins;

  Readings(Store store, LoadedPlugins plugins) {
    this.store = store;
    this.plugins = plugins;
  }

  /**
   * One reading for each distinct indicator; an indicator that several theatres use is read once.
   */
  Map<BoundIndicator, Reading> read(
      Collection<BoundIndicator> indicators, SourceRanking sources, Instant asOf) {
    List<BoundIndicator> distinct = List.copyOf(new LinkedHashSet<>(indicators));
    List<ReadRequest> requests = new ArrayList<>();
    for (BoundIndicator indicator : distinct) {
      requests.add(new ReadRequest(indicator, store.view(asOf, indicator.inputs().all(), sources)));
    }
    List<Outcome> outcomes = plugins.readAll(requests);
    Map<BoundIndicator, Reading> readings = new HashMap<>();
    for (int i = 0; i < distinct.size(); i++) {
      readings.put(distinct.get(i), outcomes.get(i).reading());
    }
    return readings;
  }
}
