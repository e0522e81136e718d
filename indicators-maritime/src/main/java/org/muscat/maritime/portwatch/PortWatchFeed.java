package org.muscat.maritime.portwatch;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Batch;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Observation;

/** Fetches one strait a batch; a round goes through all of them. */
final class PortWatchFeed implements Feed {

  /** Other failures are those of the whole source. */
  private static final Set<Reason> OF_ONE_STRAIT =
      EnumSet.of(Reason.SOURCE_CHANGED, Reason.BAD_DATA, Reason.TOO_LARGE);

  private final List<Strait> straits;
  private final int overlapDays;
  private final PortWatchSource source;
  private final Clock clock;

  /** The first of this round, told when all straits were asked. */
  private @Nullable FeedException failure;

  PortWatchFeed(List<Strait> straits, int overlapDays, PortWatchSource source, Clock clock) {
    this.straits = straits;
    this.overlapDays = overlapDays;
    this.source = source;
    this.clock = clock;
  }

  /** Straits are fetched in rounds; one that cannot be read costs none of the others. */
  @Override
  public Batch fetch(FetchRequest request) throws FeedException, InterruptedException {
    Cursor cursor = Cursor.parse(request.cursor());
    FeedException before = failure;
    if (before != null && !cursor.hasMore()) {
      failure = null;
      throw before;
    }
    Strait strait = cursor.current(straits);
    try {
      return batch(strait, cursor);
    } catch (FeedException e) {
      if (straits.size() == 1 || !OF_ONE_STRAIT.contains(e.reason())) {
        throw e;
      }
      failure = failure == null ? e : failure;
      return Batch.partial(List.of(), List.of(), cursor.beyond(strait, straits).toString());
    }
  }

  private Batch batch(Strait strait, Cursor cursor) throws FeedException, InterruptedException {
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
    return next.hasMore() || failure != null
        ? Batch.partial(observations, rejections, next.toString())
        : Batch.last(observations, rejections, next.toString());
  }
}
