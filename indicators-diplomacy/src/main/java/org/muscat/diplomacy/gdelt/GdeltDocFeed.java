package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.muscat.spi.Batch;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.HttpAnswer;
import org.muscat.spi.HttpQuery;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/** Asks the DOC API for volume, then for tone, and rests between two questions. */
final class GdeltDocFeed implements Feed {

  /** Of shorter spans the API tells hours, not days. */
  static final Duration SHORTEST = Duration.ofDays(14);

  private static final long LARGEST = 4L << 20;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

  private final GdeltDocConfig config;
  private final FeedContext context;
  private boolean hasAsked;

  GdeltDocFeed(GdeltDocConfig config, FeedContext context) {
    this.config = config;
    this.context = context;
  }

  @Override
  public Batch fetch(FetchRequest request) throws FeedException, InterruptedException {
    DocCursor cursor = DocCursor.parse(request.cursor());
    Instant now = context.clock().instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    boolean isFirst = cursor.newest().isEmpty();
    LocalDate from =
        cursor
            .newest()
            .map(day -> earlier(day.plusDays(1), today.minusDays(SHORTEST.toDays())))
            .orElseGet(() -> today.minusDays(config.backFill().toDays()));
    rest();
    HttpAnswer answer = context.http().fetch(query(cursor.next(), from, today));
    List<Observation> observations = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    Optional<LocalDate> newest = Optional.empty();
    int number = 0;
    for (Object row : DocTimeline.rows(answer)) {
      number++;
      try {
        DocTimeline.Value value = DocTimeline.value(row, cursor.next());
        if (value.day().isBefore(today) && cursor.isNew(value.day())) {
          observations.add(point(cursor.next(), value, isFirst, now));
          newest = newest.filter(value.day()::isBefore).or(() -> Optional.of(value.day()));
        }
      } catch (IllegalArgumentException e) {
        rejections.add(new Rejection(answer.url(), number, String.valueOf(e.getMessage())));
      }
    }
    String next = cursor.answered(newest).toString();
    return cursor.next() == DocMode.VOLUME
        ? Batch.partial(observations, rejections, next)
        : Batch.last(observations, rejections, next);
  }

  /** The host keeps to a pace, but the API wants a slower one. */
  private void rest() throws InterruptedException {
    if (hasAsked) {
      TimeUnit.MILLISECONDS.sleep(config.pause().toMillis());
    }
    hasAsked = true;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private Observation point(DocMode mode, DocTimeline.Value value, boolean isFirst, Instant now) {
    Instant day = value.day().atStartOfDay(ZoneOffset.UTC).toInstant();
    Observation point =
        Observation.point("news/" + config.topic() + "/" + mode.word(), day, value.number());
    Instant published = day.plus(Duration.ofDays(2)); // The end of the next day.
    return isFirst && !published.isAfter(now)
        ? point.knownAt(published, KnownBasis.ASSUMED)
        : point;
  }

  private HttpQuery query(DocMode mode, LocalDate from, LocalDate today) {
    return HttpQuery.get(config.url())
        .parameter("query", config.query())
        .parameter("mode", mode.parameter())
        .parameter("format", "json")
        .parameter("startdatetime", MOMENT.format(start(from)))
        .parameter("enddatetime", MOMENT.format(start(today).minusSeconds(1)))
        .atMost(LARGEST);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
