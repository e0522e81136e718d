package org.muscat.maritime.portwatch;

import java.time.Duration;
import java.time.Instant;
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
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/** Fetches one strait a batch; a round goes through all of them. */
final class PortWatchFeed implements Feed {

  /** Other failures are those of the whole source. */
  private static final Set<Reason> OF_ONE_STRAIT =
      EnumSet.of(Reason.SOURCE_CHANGED, Reason.BAD_DATA, Reason.TOO_LARGE);

  /**
   * PortWatch publishes every week. A layer that was not edited for so long and still answers may
   * not keep its date, so it is asked all the same.
   */
  private static final Duration BELIEVED = Duration.ofDays(14);

  private final List<Strait> straits;
  private final int overlapDays;
  private final Duration lag;
  private final PortWatchSource source;
  private final Edition edition;
  private final FeedContext context;

  private final Round round;

  /** Told when the host asks again, as the last batch of the round carries a cursor. */
  private @Nullable Owed owed;

  /** Why a round failed, and the cursor that it ended with. */
  private record Owed(FeedException failure, String cursor) {}

  PortWatchFeed(PortWatchConfig config, FeedContext context) {
    this.straits = config.straits();
    this.overlapDays = (int) config.overlap().toDays();
    this.lag = config.lag();
    this.source = new PortWatchSource(config.url(), context.http());
    this.edition = new Edition(config.url(), context.http(), context.logger());
    this.context = context;
    this.round = new Round(context.meters());
  }

  /** Straits are fetched in rounds; one that cannot be read costs none of the others. */
  @Override
  public Batch fetch(FetchRequest request) throws FeedException, InterruptedException {
    Cursor cursor = Cursor.parse(request.cursor());
    if (cursor.hasMore() && round.isUnderWay()) {
      return batchOrBeyond(cursor);
    }
    Owed before = owed;
    owed = null;
    if (before != null && request.cursor().equals(Optional.of(before.cursor()))) {
      throw before.failure();
    }
    round.begin(cursor.isBeginning());
    Instant now = context.clock().instant();
    Optional<Instant> edited = edition.last(now);
    edited.ifPresent(this::tell);
    if (edited.filter(at -> isRead(at, cursor, now)).isPresent()) {
      return Batch.last(List.of(), List.of(), cursor.toString());
    }
    return batchOrBeyond(cursor.reading(edited, now));
  }

  private void tell(Instant edited) {
    context.meters().gauge("last_edit_timestamp_seconds", (double) edited.getEpochSecond());
  }

  private boolean isRead(Instant edited, Cursor cursor, Instant now) {
    boolean read = cursor.hasRead(edited, straits) && edited.plus(BELIEVED).isAfter(now);
    if (read) {
      context
          .logger()
          .log(
              System.Logger.Level.INFO,
              "PortWatch was edited last on {0}, which was read already; nothing is asked for",
              edited.toString());
    }
    return read;
  }

  private Batch batchOrBeyond(Cursor cursor) throws FeedException, InterruptedException {
    Strait strait = cursor.current(straits);
    try {
      return batch(strait, cursor);
    } catch (FeedException e) {
      if (straits.size() == 1 || !OF_ONE_STRAIT.contains(e.reason())) {
        throw e;
      }
      round.missed(strait, e);
      Rejection whole =
          new Rejection("strait " + strait.word(), 0, e.reason() + ": " + e.getMessage());
      return told(List.of(), List.of(whole), cursor.beyond(strait, straits));
    }
  }

  private Batch told(List<Observation> observations, List<Rejection> rejections, Cursor next) {
    Optional<FeedException> failure = next.hasMore() ? Optional.empty() : round.failure();
    failure.ifPresent(why -> owed = new Owed(why, next.toString()));
    return next.hasMore() || failure.isPresent()
        ? Batch.partial(observations, rejections, next.toString())
        : Batch.last(observations, rejections, next.toString());
  }

  private Batch batch(Strait strait, Cursor cursor) throws FeedException, InterruptedException {
    Instant now = context.clock().instant();
    Optional<LocalDate> from = cursor.newest(strait).map(day -> day.minusDays(overlapDays));
    List<@Nullable Object> rows = source.rows(strait, from);
    RowReader reader = new RowReader(strait, LocalDate.ofInstant(now, ZoneOffset.UTC));
    List<Observation> observations = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        for (Observation point : reader.read(rows.get(i))) {
          observations.add(from.isEmpty() ? assumed(point, cursor) : point);
        }
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
    round.read(strait);
    return told(
        observations, rejections, cursor.after(strait, Collections.max(reader.days()), straits));
  }

  /**
   * What the first fetch of a strait tells counts as published a lag after the day that it is
   * about, at the end of that day (UTC). But what would have been published since the feed began
   * was not known then, or it would have been read.
   */
  private Observation assumed(Observation point, Cursor cursor) {
    Instant published = point.observedAt().plus(lag).plus(Duration.ofDays(1));
    return cursor.began().filter(began -> !published.isAfter(began)).isPresent()
        ? point.knownAt(published, KnownBasis.ASSUMED)
        : point;
  }
}
