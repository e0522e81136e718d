package org.muscat.energy.fredcsv;

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

/**
 * Asks for one series at a time: of several that differ in frequency FRED makes an archive, and one
 * that does not exist costs all.
 */
record FredCsvSource(URI url, HttpFetcher http) implements TableSource {

  /** It was {@code DATE} until 2024. */
  private static final List<String> DATES = List.of("observation_date", "DATE");

  @Override
  public void read(Table table, Optional<LocalDate> from, Cells cells)
      throws FeedException, InterruptedException {
    HttpQuery query = HttpQuery.get(url).parameter("id", table.name());
    if (from.isPresent()) {
      query = query.parameter("cosd", from.get().toString());
    }
    Sheet.read(http.fetch(query), "")
        .read(DATES, table.columns().stream().map(Sheet.Column::of).toList(), cells);
  }

  @Override
  public String where(Table table) {
    return url + " (" + table.name() + ")";
  }
}
