package org.muscat.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Sums up the log of fetches, inside one transaction. Moments are in milliseconds. */
final class FetchSummaries {

  private static final String ENDED = " from \"fetch\" where ended > :after and ended <= :until";

  private record Failures(String instance, String feed, String reason, long count) {}

  private record Brought(Origin origin, String feed) {}

  private FetchSummaries() {}

  static List<FetchSummary> of(Handle handle, long after, long until) {
    Map<List<String>, Map<String, Long>> failures = failures(handle, after, until);
    return handle
        .createQuery(
            "select instance, feed, count(*) as fetches, sum(stored) as stored,"
                + " sum(rejected) as rejected,"
                + " max(case when outcome = 'OK' then ended end) as success"
                + ENDED
                + " group by instance, feed order by instance, feed")
        .bind("after", after)
        .bind("until", until)
        .map(
            (row, context) -> {
              String instance = row.getString("instance");
              String feed = row.getString("feed");
              return new FetchSummary(
                  instance,
                  feed,
                  row.getLong("fetches"),
                  failures.getOrDefault(List.of(instance, feed), Map.of()),
                  row.getLong("stored"),
                  row.getLong("rejected"),
                  moment((Number) row.getObject("success")));
            })
        .list();
  }

  private static Map<List<String>, Map<String, Long>> failures(
      Handle handle, long after, long until) {
    Map<List<String>, Map<String, Long>> byFeed = new HashMap<>();
    handle
        .createQuery(
            "select instance, feed, reason, count(*) as failures"
                + ENDED
                + " and outcome = 'FAILED' group by instance, feed, reason")
        .bind("after", after)
        .bind("until", until)
        .map(
            (row, context) ->
                new Failures(
                    row.getString("instance"),
                    row.getString("feed"),
                    row.getString("reason"),
                    row.getLong("failures")))
        .forEach(
            one ->
                byFeed
                    .computeIfAbsent(List.of(one.instance(), one.feed()), feed -> new TreeMap<>())
                    .put(one.reason(), one.count()));
    return byFeed;
  }

  static Map<Origin, Set<String>> kinds(Handle handle, Collection<String> seriesNames, long asOf) {
    Map<Origin, Set<String>> kinds = new TreeMap<>();
    Lists.bind(
            handle.createQuery(
                "select distinct v.series, v.source, f.feed from vintage v"
                    + " join arrival a on a.vintage = v.id join delivery d on d.id = a.delivery"
                    + " join \"fetch\" f on f.id = d.\"fetch\""
                    + " where v.series in (<series>) and a.first_known <= :asOf"),
            "series",
            seriesNames)
        .bind("asOf", asOf)
        .map(
            (row, context) ->
                new Brought(
                    new Origin(row.getString("series"), row.getString("source")),
                    row.getString("feed")))
        .forEach(
            one -> kinds.computeIfAbsent(one.origin(), origin -> new TreeSet<>()).add(one.feed()));
    return kinds;
  }

  private static @Nullable Instant moment(@Nullable Number millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis.longValue());
  }
}
