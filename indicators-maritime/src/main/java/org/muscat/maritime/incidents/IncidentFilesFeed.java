package org.muscat.maritime.incidents;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muscat.maritime.reports.Table;
import org.muscat.spi.Batch;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;
import org.muscat.toolkit.drop.DropFeed;
import org.muscat.toolkit.drop.DropFolder;
import org.muscat.toolkit.drop.FileForm;
import org.muscat.toolkit.drop.Layout;

/**
 * Takes incident files. While the first round goes on, which may be several fetches, a declared lag
 * counts; the cursor says so in its first line.
 */
final class IncidentFilesFeed implements Feed {

  private static final String FIRST_ROUND = "first-round";

  private final DropFeed recorded;
  private final DropFeed later;

  IncidentFilesFeed(DropFolder folder, Optional<Duration> lag, Clock clock) {
    this.recorded = new DropFeed(folder, forms(header -> open(header, lag, clock)), clock);
    this.later =
        new DropFeed(folder, forms(header -> open(header, Optional.empty(), clock)), clock);
  }

  private static Map<String, FileForm> forms(Layout layout) {
    return Map.of(".csv", FileForm.csv(layout), ".json", new NgaAnswer(layout));
  }

  static Layout.Rows open(List<String> header, Optional<Duration> lag, Clock clock) {
    Table table = Table.of(header);
    return new IncidentRows(IncidentLayout.of(table, header), table, lag, clock);
  }

  @Override
  public Batch fetch(FetchRequest request) throws FeedException, InterruptedException {
    String cursor = request.cursor().orElse(FIRST_ROUND);
    if (!cursor.startsWith(FIRST_ROUND)) {
      return later.fetch(request);
    }
    String taken = cursor.substring(FIRST_ROUND.length()).strip();
    Batch batch =
        recorded.fetch(
            taken.isEmpty()
                ? FetchRequest.first(request.deadline())
                : FetchRequest.after(taken, request.deadline()));
    return batch.hasMore()
        ? Batch.partial(
            batch.observations(), batch.rejections(), FIRST_ROUND + "\n" + batch.nextCursor())
        : batch;
  }
}
