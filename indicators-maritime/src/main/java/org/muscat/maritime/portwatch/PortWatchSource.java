package org.muscat.maritime.portwatch;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpFetcher;
import org.muscat.spi.HttpQuery;

/** Asks PortWatch for the rows of a strait, page by page. */
final class PortWatchSource {

  /** ArcGIS gives no more at once, whatever it is asked for. */
  private static final int PAGE = 1_000;

  /** A century of days; a server that never ends is not asked for ever. */
  private static final int MOST_ROWS = 36_600;

  private final URI url;
  private final HttpFetcher http;

  PortWatchSource(URI url, HttpFetcher http) {
    this.url = url;
    this.http = http;
  }

  /** Where the rows come from, for messages. */
  String where(Strait strait) {
    return url + " (" + strait.portId() + ")";
  }

  /**
   * All rows of a strait from a day on, the oldest first.
   *
   * @param from empty for the whole history
   * @return at least one row
   * @throws FeedException {@code SOURCE_CHANGED} if there is no row, or a page is empty that should
   *     not be: that is how ArcGIS refuses, too
   */
  List<@Nullable Object> rows(Strait strait, Optional<LocalDate> from)
      throws FeedException, InterruptedException {
    List<@Nullable Object> rows = new ArrayList<>();
    boolean more = true;
    boolean announced = true; // that there is at least one row
    while (more) {
      Page page = Page.read(http.fetch(query(strait, from, rows.size())));
      int received = page.features().size();
      if (received == 0 && announced) {
        throw new FeedException(Reason.SOURCE_CHANGED, empty(strait, from, rows.size()));
      }
      rows.addAll(page.features());
      if (rows.size() > MOST_ROWS) {
        throw new FeedException(
            Reason.SOURCE_CHANGED,
            where(strait)
                + " gives more than "
                + MOST_ROWS
                + " rows, which are no days of a strait");
      }
      announced = page.exceeded();
      more = announced || received >= PAGE;
    }
    return rows;
  }

  private String empty(Strait strait, Optional<LocalDate> from, int offset) {
    String wanted =
        from.map(day -> "from " + day + " on").orElse("at all")
            + (offset > 0 ? " behind row " + offset : "");
    return where(strait)
        + " answered without any rows "
        + wanted
        + ", where there must be some; it refuses or has changed";
  }

  /** The next page starts behind the rows that came, not behind those that were asked for. */
  private HttpQuery query(Strait strait, Optional<LocalDate> from, int offset) {
    String where =
        "portid='"
            + strait.portId()
            + "'"
            + from.map(day -> " AND date >= DATE '" + day + "'").orElse("");
    return HttpQuery.get(url)
        .parameter("where", where)
        .parameter("outFields", "*")
        .parameter("orderByFields", "date ASC")
        .parameter("returnGeometry", "false")
        .parameter("resultOffset", String.valueOf(offset))
        .parameter("resultRecordCount", String.valueOf(PAGE))
        .parameter("f", "json")
        .accepting("application/json", "text/plain", "text/json");
  }
}
