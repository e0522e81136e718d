package org.muscat.server.report;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.muscat.host.FeedHandle;
import org.muscat.host.LoadedPlugins;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.Theatre;
import org.muscat.server.report.SourceOfSeries.Terms;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.Inputs;
import org.muscat.store.AsOfView;
import org.muscat.store.Origin;
import org.muscat.store.Provenance;
import org.muscat.store.Store;

/** Looks up where the series of theatres come from, and under which terms. */
final class Sources {

  private final Store store;
  private final LoadedPlugins plugins;
  private final Restricted restricted;

  Sources(Store store, LoadedPlugins plugins, Restricted restricted) {
    this.store = store;
    this.plugins = plugins;
    this.restricted = restricted;
  }

  /** The names of all series that a theatre reads, in their order. */
  static Collection<String> series(Theatre theatre) {
    return inputs(theatre).keySet();
  }

  private static Map<String, Inputs.Input> inputs(Theatre theatre) {
    Map<String, Inputs.Input> inputs = new TreeMap<>();
    Stream.concat(theatre.members().stream(), theatre.statusWords().stream())
        .flatMap(member -> member.indicator().inputs().all().stream())
        .forEach(
            input ->
                inputs.merge(
                    input.series(),
                    input,
                    (one, other) -> one.lookBack().compareTo(other.lookBack()) < 0 ? other : one));
    return inputs;
  }

  /** All series of a theatre as of a moment, in the order of their names. */
  List<SourceOfSeries> of(Theatre theatre, Instant asOf) {
    Map<String, Inputs.Input> inputs = inputs(theatre);
    AsOfView view = store.view(asOf, inputs.values(), theatre.sources());
    Map<Origin, Set<String>> kinds = store.fetches().kinds(inputs.keySet(), asOf);
    return inputs.keySet().stream()
        .map(
            series -> {
              Optional<Provenance> provenance = view.provenance(series);
              return new SourceOfSeries(
                  series,
                  provenance,
                  provenance.map(known -> terms(series, known, kinds)).orElse(List.of()),
                  restricted.covers(series));
            })
        .toList();
  }

  /** Of the feeds that fetched it; of an import, of the feed that its source is called like. */
  private List<Terms> terms(String series, Provenance provenance, Map<Origin, Set<String>> kinds) {
    Set<String> feeds =
        new LinkedHashSet<>(
            kinds.getOrDefault(
                new Origin(series, provenance.source()), Set.of(provenance.source())));
    return feeds.stream().flatMap(feed -> plugins.feed(feed).stream()).map(Sources::terms).toList();
  }

  private static Terms terms(FeedHandle feed) {
    FeedDescriptor descriptor = feed.descriptor();
    return new Terms(
        descriptor.id(), descriptor.title(), descriptor.source(), descriptor.licence());
  }
}
