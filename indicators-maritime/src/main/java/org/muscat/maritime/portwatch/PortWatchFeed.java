package org.muscat.maritime.portwatch;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Batch;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Observation;

/** Fetches one strait a batch; a round goes through all of them. */
final class PortWatchFeed implements Feed {

  private final List<Strait> straits;
  private final int overlapDays;
  private final PortWatchSource source;
  private final Clock clock;

  PortWatchFeed(List<Strait> straits, int overlapDays, PortWatchSource source, Clock clock) {
    this.straits = straits;
    this.overlapDays = overlapDays;
    this.source = source;
    this.clock = clock;
  }

  @Override
  public Batch fetch(FetchRequest request) throws FeedException, InterruptedException {
    Cursor cursor = Cursor.parse(request.cursor());
    Strait strait = cursor.current(straits);
    Optional<LocalDate> from = cursor.newest(strait).map(day -> day.minusDays(overlapDays));
    List<@Nullable Object> rows = source.rows(strait, from);
    RowReader reader = new RowReader(strait, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    List<Observation> observations = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        observations.addAll(reader.read(rows.get(i)));
      } catch (IllegalArgumentException e) {
        rejections.add(new Rejection(source.where(strait), i + 1, String.valueOf(e.getMessage())));
      }
    }
    if (observations.isEmpty()) {
      throw new FeedException(
          Reason.SOURCE_CHANGED,
          "none of %d rows can be read, the first because of: %s"
              .formatted(rows.size(), rejections.get(0)));
    }
    for (String field : reader.absentFields()) {
      rejections.add(
          new Rejection(source.where(strait), 0, "no row has the field '" + field + "'"));
    }
    Cursor next = cursor.after(strait, Collections.max(reader.days()), straits);
    return next.hasMore()
        ? Batch.partial(observations, rejections, next.toString())
        : Batch.last(observations, rejections, next.toString());
  }
}
