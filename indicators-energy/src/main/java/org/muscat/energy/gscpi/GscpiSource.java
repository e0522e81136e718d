package org.muscat.energy.gscpi;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muscat.energy.table.Cells;
import org.muscat.energy.table.Sheet;
import org.muscat.energy.table.Table;
import org.muscat.energy.table.TableSource;
import org.muscat.spi.FeedException;
import org.muscat.spi.HttpFetcher;
import org.muscat.spi.HttpQuery;

/** Asks for the whole file, in which a month is named by one of its days, mostly the last. */
record GscpiSource(URI url, HttpFetcher http) implements TableSource {

  private static final List<String> VALUES = List.of("GSCPI", "value");

  @Override
  public void read(Table table, Optional<LocalDate> from, Cells cells)
      throws FeedException, InterruptedException {
    Sheet.read(http.fetch(HttpQuery.get(url).atMost(Sheet.MOST_BYTES)), "GSCPI Monthly Data")
        .read(
            List.of("Date"),
            List.of(new Sheet.Column(table.columns().get(0), VALUES)),
            cells.byMonth());
  }

  @Override
  public String where(Table table) {
    return url.toString();
  }
}
