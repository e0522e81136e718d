package org.muscat.energy.gpr;

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

/** Asks for the whole file. Its columns are found by name; there are many more than are read. */
record GprSource(URI url, HttpFetcher http) implements TableSource {

  private static final List<String> DATES = List.of("date", "DAY");

  @Override
  public void read(Table table, Optional<LocalDate> from, Cells cells)
      throws FeedException, InterruptedException {
    Sheet.read(http.fetch(HttpQuery.get(url).atMost(Sheet.MOST_BYTES)), "Sheet1")
        .read(DATES, table.columns().stream().map(Sheet.Column::of).toList(), cells);
  }

  @Override
  public String where(Table table) {
    return url.toString();
  }
}
