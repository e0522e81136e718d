package org.muscat.energy.eia;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Asks for one series at a time, page by page. The key goes in the address; the host hides it. */
record EiaSource(URI url, Secret key, HttpFetcher http) implements TableSource {

  /** EIA gives no more at once; what is asked for beyond that it leaves out, with a warning. */
  private static final int PAGE = 5_000;

  @Override
  public void read(Table table, Optional<LocalDate> from, Cells cells)
      throws FeedException, InterruptedException {
    Wanted wanted = table.columns().get(0);
    int received = 0;
    int total;
    do {
      Document answer = Document.read(http.fetch(query(wanted, from, received)));
      requireNoError(table, answer);
      Document page = answer.object("response");
      total = page.count("total");
      List<? extends @Nullable Object> rows = page.list("data");
      if (rows.isEmpty() && received < total) {
        throw new FeedException(
            Reason.SOURCE_CHANGED,
            "%s has %d rows and gave %d%s; the rest is cut off"
                .formatted(where(table), total, received, warning(answer)));
      }
      for (Object row : rows) {
        received++;
        take(wanted, received, row, cells);
      }
    } while (received < total);
  }

  private static void take(Wanted wanted, int line, @Nullable Object row, Cells cells) {
    if (!(row instanceof Map<?, ?> members) || !(members.get("period") instanceof String day)) {
      cells.reject(line, "the row has no 'period'");
      return;
    }
    String id = id(wanted);
    Object series = members.get("series");
    if (series != null && !series.equals(id)) {
      cells.reject(line, "the row is of '" + series + "', not of '" + id + "'");
    } else if (!members.containsKey("value")) {
      cells.reject(line, "the row has no 'value'");
    } else {
      Object value = members.get("value");
      cells.add(wanted, line, day, value == null ? "" : String.valueOf(value));
    }
  }

  /** An error is told under another status as a rule; an answer under 200 can hold one, too. */
  private void requireNoError(Table table, Document answer) throws FeedException {
    Optional<String> error = answer.text("error");
    if (error.isPresent()) {
      throw new FeedException(
          error.get().contains("API_KEY") ? Reason.UNAUTHORISED : Reason.SOURCE_FAILED,
          where(table) + " answered an error under status 200: " + error.get());
    }
  }

  private static String warning(Document answer) {
    return answer
        .text("warning")
        .or(() -> answer.text("warnings"))
        .map(text -> " (" + text + ")")
        .orElse("");
  }

  private HttpQuery query(Wanted wanted, Optional<LocalDate> from, int offset) {
    String route = wanted.id().substring(0, wanted.id().lastIndexOf('/'));
    HttpQuery query =
        HttpQuery.get(URI.create(url.toString().replaceAll("/+$", "") + "/" + route + "/data/"))
            .secretParameter("api_key", key)
            .parameter("frequency", "daily")
            .parameter("data[0]", "value")
            .parameter("facets[series][]", id(wanted));
    if (from.isPresent()) {
      query = query.parameter("start", from.get().toString());
    }
    return query
        .parameter("sort[0][column]", "period")
        .parameter("sort[0][direction]", "asc")
        .parameter("offset", String.valueOf(offset))
        .parameter("length", String.valueOf(PAGE))
        .accepting("application/json");
  }

  private static String id(Wanted wanted) {
    return wanted.id().substring(wanted.id().lastIndexOf('/') + 1);
  }

  @Override
  public String where(Table table) {
    return url + " (" + table.name() + ")";
  }
}
