package org.muscat.energy.fred;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muscat.energy.table.Cells;
import org.muscat.energy.table.Document;
import org.muscat.energy.table.Table;
import org.muscat.energy.table.TableSource;
import org.muscat.energy.table.Wanted;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpFetcher;
import org.muscat.spi.HttpQuery;
import org.muscat.spi.config.Secret;

/**
 * Asks for all versions of one series, some years of publications at a time: FRED refuses a
 * question that more than 2,000 publications answer. The key goes in the address; the host hides
 * it.
 */
record FredSource(URI url, Secret key, HttpFetcher http, Supplier<LocalDate> today)
    implements TableSource {

  /** FRED gives no more rows at once. */
  private static final int PAGE = 100_000;

  /** Before that, FRED kept no vintages of most daily series. */
  private static final LocalDate FIRST_END = LocalDate.of(2009, 12, 31);

  private static final LocalDate BEGINNING = LocalDate.of(1776, 7, 4);
  private static final int YEARS = 5;

  /** FRED's words, under status 400. */
  private static final String NO_VINTAGE = "does not exist in ALFRED";

  @Override
  public void read(Table table, Optional<LocalDate> from, Cells cells)
      throws FeedException, InterruptedException {
    Wanted wanted = table.columns().get(0);
    Vintages vintages = new Vintages(wanted, from.isEmpty(), cells);
    LocalDate start = from.orElse(BEGINNING);
    LocalDate end = start.isBefore(FIRST_END) ? FIRST_END : start.plusYears(YEARS).minusDays(1);
    boolean answered = false;
    while (!start.isAfter(today.get())) {
      vintages.begin(start);
      try {
        ask(table, from, start, end, vintages);
        answered = true;
      } catch (FeedException e) {
        boolean last = end.plusDays(1).isAfter(today.get());
        if (answered || last || !isBeforeTheFirstVintage(e)) {
          throw e;
        }
      }
      start = end.plusDays(1);
      end = end.plusYears(YEARS);
    }
    vintages.handOver();
  }

  /**
   * Whether FRED refuses a window that ends before it kept the first vintage of the series. Of a
   * series that does not exist it says the same in every window.
   */
  private static boolean isBeforeTheFirstVintage(FeedException e) {
    return e.reason() == Reason.SOURCE_CHANGED
        && String.valueOf(e.getMessage()).contains(NO_VINTAGE);
  }

  private void ask(
      Table table, Optional<LocalDate> from, LocalDate start, LocalDate end, Vintages vintages)
      throws FeedException, InterruptedException {
    int received = 0;
    int total;
    do {
      Document answer = Document.read(http.fetch(query(table, from, start, end, received)));
      requireNoError(table, answer);
      total = answer.count("count");
      List<? extends @Nullable Object> rows = answer.list("observations");
      if (rows.isEmpty() && received < total) {
        throw new FeedException(
            Reason.SOURCE_CHANGED,
            "%s has %d rows and gave %d; the rest is cut off"
                .formatted(where(table), total, received));
      }
      for (Object row : rows) {
        received++;
        vintages.take(received, row);
      }
    } while (received < total);
  }

  /** An error is told under another status as a rule; an answer under 200 can hold one, too. */
  private void requireNoError(Table table, Document answer) throws FeedException {
    Optional<String> error = answer.text("error_message").or(() -> answer.text("error"));
    if (error.isPresent()) {
      throw new FeedException(
          error.get().contains("api_key") ? Reason.UNAUTHORISED : Reason.SOURCE_FAILED,
          where(table) + " answered an error under status 200: " + error.get());
    }
  }

  private HttpQuery query(
      Table table, Optional<LocalDate> from, LocalDate start, LocalDate end, int offset) {
    HttpQuery query =
        HttpQuery.get(url)
            .parameter("series_id", table.name())
            .secretParameter("api_key", key)
            .parameter("file_type", "json")
            .parameter("realtime_start", start.toString())
            // FRED knows no day after today.
            .parameter("realtime_end", end.isAfter(today.get()) ? "9999-12-31" : end.toString());
    if (from.isPresent()) {
      query = query.parameter("observation_start", from.get().toString());
    }
    return query
        .parameter("offset", String.valueOf(offset))
        .parameter("limit", String.valueOf(PAGE))
        .accepting("application/json");
  }

  @Override
  public String where(Table table) {
    return url + " (" + table.name() + ")";
  }
}
