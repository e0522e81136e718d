package org.muscat.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.muscat.spi.Inputs;

/** Reads as-of views, inside one read transaction. */
final class AsOfReader {

  private final Handle handle;
  private final Instant asOf;
  private final long asOfMillis;

  AsOfReader(Handle handle, Instant asOf) {
    this.handle = handle;
    this.asOf = asOf;
    this.asOfMillis = Times.atOrBefore(asOf);
  }

  AsOfView view(Collection<Inputs.Input> inputs, SourceRanking ranking) throws SQLException {
    Inputs declared = Inputs.none();
    for (Inputs.Input input : inputs) {
      declared = declared.with(input.series(), input.lookBack());
    }
    Map<String, AsOfView.Known> bySeries = new HashMap<>();
    Vintages vintages = new Vintages(handle);
    for (Inputs.Input input : declared.all()) {
      Optional<Vintage> vintage = vintages.choose(input.series(), asOfMillis, ranking);
      bySeries.put(
          input.series(),
          vintage.isPresent()
              ? known(vintage.get(), input)
              : AsOfView.Known.nothing(input.series()));
    }
    return new AsOfView(asOf, bySeries);
  }

  List<SeriesSummary> summary() {
    return handle
        .createQuery(
            "select v.series, v.source, v.number, count(*) as identities,"
                + " min(o.observed) as first_observed, max(o.observed) as last_observed,"
                + " max(o.known) as last_known"
                + " from (select vintage, observed, event_key, max(known) as known"
                + " from observation where known <= :asOf and observed <= :asOf"
                + " group by vintage, observed, event_key) o join vintage v on v.id = o.vintage"
                + " where v.number = (select max(w.number) from vintage w"
                + " where w.series = v.series and w.source = v.source"
                + " and w.first_known <= :asOf)"
                + " group by v.series, v.source, v.number")
        .bind("asOf", asOfMillis)
        .map(
            (row, context) ->
                new SeriesSummary(
                    row.getString("series"),
                    row.getString("source"),
                    row.getInt("number"),
                    row.getLong("identities"),
                    Instant.ofEpochMilli(row.getLong("first_observed")),
                    Instant.ofEpochMilli(row.getLong("last_observed")),
                    Instant.ofEpochMilli(row.getLong("last_known"))))
        .stream()
        .sorted(Comparator.comparing(SeriesSummary::series).thenComparing(SeriesSummary::source))
        .toList();
  }

  private AsOfView.Known known(Vintage vintage, Inputs.Input input) throws SQLException {
    KnownVersions known = new KnownVersions();
    try (PreparedStatement query =
        handle
            .getConnection()
            .prepareStatement(
                "select "
                    + VersionRow.COLUMNS
                    + " from observation"
                    + " where vintage = ? and observed > ? and observed <= ? and known <= ?"
                    + " order by observed, event_key, known")) {
      query.setLong(1, vintage.id());
      query.setLong(2, Times.atOrBefore(asOf.minus(input.lookBack())));
      query.setLong(3, asOfMillis);
      query.setLong(4, asOfMillis);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Identity identity = VersionRow.identity(row);
          known.next(identity, VersionRow.version(row, identity));
        }
      }
    }
    return known.known(
        vintage,
        Breaks.after(new Breaks(handle).all(), vintage)
            .filter(seen -> Times.atOrAfter(seen.detectedAt()) <= asOfMillis));
  }
}
