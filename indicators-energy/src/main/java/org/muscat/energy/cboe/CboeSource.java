package org.muscat.energy.cboe;

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

/** Asks for the whole history of one index at a time; Cboe gives no part of it. */
record CboeSource(URI folder, HttpFetcher http) implements TableSource {

  private static final List<String> DATES = List.of("DATE", "Trade Date");

  @Override
  public void read(Table table, Optional<LocalDate> from, Cells cells)
      throws FeedException, InterruptedException {
    // Some files have the columns open, high, low and close, others one that is named for the
    // index.
    List<Sheet.Column> columns =
        table.columns().stream()
            .map(wanted -> new Sheet.Column(wanted, List.of("CLOSE", wanted.id())))
            .toList();
    Sheet.read(http.fetch(HttpQuery.get(address(table))), "").read(DATES, columns, cells);
  }

  @Override
  public String where(Table table) {
    return address(table).toString();
  }

  private URI address(Table table) {
    String base = folder.toString().replaceAll("/+$", "");
    return URI.create(base + "/" + table.name() + "_History.csv");
  }
}
