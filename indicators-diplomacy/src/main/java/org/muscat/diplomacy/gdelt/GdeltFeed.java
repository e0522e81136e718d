package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Batch;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Observation;

/** Takes the files of the bulk host in the order of their stamps, one a batch. */
final class GdeltFeed implements Feed {

  /** How many files of the last days are read again at once. */
  private static final int MOST_AGAIN = 8;

  /** The clock of a server may be fast. */
  private static final Duration FAST = Duration.ofHours(1);

  /** A host whose newest file is older has an outage. */
  private static final Duration LATE = Duration.ofHours(2);

  private final GdeltConfig config;
  private final FeedContext context;
  private final BulkHost host;
  private final MasterList list;
  private final RollUp rollUp;

  /** What the next fetch goes on with, if its cursor is that of the last batch. */
  private @Nullable Round round;

  /**
   * A catch-up goes on with the file that was the newest when it began.
   *
   * @param cursor where it goes on, none at the very beginning
   * @param isFresh whether the lists were just read
   */
  private record Round(ListedFile newest, Optional<String> cursor, boolean isFresh) {}

  GdeltFeed(GdeltConfig config, FeedContext context) {
    List<Dyad> dyads = config.dyads().stream().map(Dyad::parse).toList();
    this.config = config;
    this.context = context;
    this.host =
        new BulkHost(config.url(), context.http(), new DyadLookup(dyads), config.patience());
    this.list = host.masterList();
    this.rollUp = new RollUp(dyads);
  }

  @Override
  public Batch fetch(FetchRequest request) throws FeedException, InterruptedException {
    rollUp.goOn(request.cursor());
    Round before = round;
    round = null;
    return fetch(
        before != null && before.cursor().equals(request.cursor())
            ? before
            : begin(request.cursor()));
  }

  private Batch fetch(Round now) throws FeedException, InterruptedException {
    ListedFile newest = now.newest();
    BulkCursor cursor =
        now.cursor().isPresent()
            ? BulkCursor.parse(now.cursor().get())
            : BulkCursor.before(first(newest));
    if (!newest.stamp().isAfter(cursor.taken())) {
      return Batch.last(List.of(), List.of(), cursor.toString());
    }
    ListedFile next = next(cursor.taken(), newest);
    Gap gap = Gap.between(cursor.taken(), next.stamp());
    // At the very beginning nothing is waited for: it begins with what there is.
    long given =
        now.cursor().isEmpty() ? gap.size() : gap.givenUp(newest.stamp(), config.patience());
    if (given > 0 && !now.isFresh()) {
      return fetch(begin(now.cursor())); // They may be listed since.
    }
    if (given < gap.size()) {
      return waiting(gap, given, cursor, newest);
    }
    List<Rejection> rejections = new ArrayList<>();
    if (given > 0) {
      rejections.add(passedOver(gap.first(given)));
    }
    return take(next, now, cursor, rejections);
  }

  /** Reads the lists anew. */
  private Round begin(Optional<String> cursor) throws FeedException, InterruptedException {
    list.forget();
    ListedFile newest = host.newest();
    Instant now = context.clock().instant();
    if (newest.stamp().time().isAfter(now.plus(FAST))) {
      throw new FeedException(
          Reason.BAD_DATA, host.where(newest) + " is a file of the future; it is only " + now);
    }
    context
        .meters()
        .gauge("newest_file_timestamp_seconds", (double) newest.stamp().time().getEpochSecond());
    if (newest.stamp().time().plus(LATE).isBefore(now)) {
      context
          .logger()
          .log(
              System.Logger.Level.WARNING,
              "the newest file of GDELT is {0}, {1} old; nothing newer can be taken",
              newest.name(),
              Duration.between(newest.stamp().time(), now));
    }
    return new Round(newest, cursor, true);
  }

  private FileStamp first(ListedFile newest) {
    Instant first =
        config
            .from()
            .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
            .orElseGet(() -> newest.stamp().time().minus(config.backFill()));
    return first.isBefore(newest.stamp().time()) ? FileStamp.of(first) : newest.stamp();
  }

  /** The first listed file behind the last one taken. */
  private ListedFile next(FileStamp taken, ListedFile newest)
      throws FeedException, InterruptedException {
    if (taken.next().equals(newest.stamp())) {
      return newest;
    }
    return list.after(taken).stream()
        .findFirst()
        .filter(file -> newest.stamp().isAfter(file.stamp()))
        .orElse(newest);
  }

  private Batch waiting(Gap gap, long given, BulkCursor cursor, ListedFile newest)
      throws FeedException {
    if (given > 0) {
      Gap over = gap.first(given);
      return partial(List.of(), List.of(passedOver(over)), cursor.over(over.last()), newest);
    }
    throw new FeedException(
        Reason.SOURCE_FAILED,
        "%s does not have %s, though %s is there; it is waited for until the newest file is %s"
                .formatted(config.url(), gap, newest.name(), config.patience())
            + " later");
  }

  private Rejection passedOver(Gap gap) {
    context.meters().count("passed_over_files", (double) gap.size());
    return new Rejection(
        config.url().toString(), 0, "does not have " + gap + "; passed over for good");
  }

  private Batch take(ListedFile next, Round now, BulkCursor cursor, List<Rejection> rejections)
      throws FeedException, InterruptedException {
    ListedFile newest = now.newest();
    List<Observation> observations = new ArrayList<>();
    boolean isAcross = RollUp.isAcross(cursor.read(), next.stamp());
    if (isAcross) {
      List<ListedFile> lacking = lacking(cursor);
      if (!lacking.isEmpty()) {
        int some = Math.min(MOST_AGAIN, lacking.size());
        readAgain(lacking.subList(0, some), newest);
        return partial(List.of(), List.of(), cursor.readAgain(some), newest);
      }
    }
    GdeltFile file;
    try {
      file = host.read(next);
    } catch (FeedException e) {
      return passOver(next, now, cursor, rejections, e);
    }
    if (isAcross) {
      observations.addAll(rollUp.across(cursor.read(), file.knownAt()));
    }
    BulkCursor behind = cursor.behind(next.stamp());
    rollUp.addWhenStored(file, behind.toString());
    context.meters().count("read_rows", (double) file.rows());
    observations.addAll(file.observations());
    rejections.addAll(file.rejections());
    return batch(observations, rejections, behind, newest);
  }

  private Batch passOver(
      ListedFile file,
      Round now,
      BulkCursor cursor,
      List<Rejection> rejections,
      FeedException failure)
      throws FeedException, InterruptedException {
    ListedFile newest = now.newest();
    if (!isOfOneFile(file, newest, failure)) {
      throw failure;
    }
    if (!now.isFresh()) {
      requireFirst(file, cursor, failure);
      // The host may have mended it, and listed its new hash, since the catch-up began.
      return fetch(begin(now.cursor()));
    }
    if (newest.stamp().isAfter(file.stamp())) {
      host.requireGiving(newest, failure);
    }
    context.meters().count("passed_over_files", 1);
    rejections.add(
        new Rejection(host.where(file), 0, failure.getMessage() + "; passed over for good"));
    return batch(List.of(), rejections, cursor.over(file.stamp()), newest);
  }

  private boolean isOfOneFile(ListedFile file, ListedFile newest, FeedException failure) {
    return BulkHost.mayBeOfOneFile(failure)
        && !file.stamp().time().plus(config.patience()).isAfter(newest.stamp().time());
  }

  /** A second file in a row in one catch-up is a failure of the host. */
  private void requireFirst(ListedFile file, BulkCursor cursor, FeedException failure)
      throws FeedException {
    if (!cursor.read().equals(cursor.taken())) {
      throw new FeedException(
          Reason.SOURCE_FAILED,
          failure.getMessage()
              + "; the file before it was passed over too, so "
              + host.where(file)
              + " is asked for again with the next fetch",
          failure);
    }
  }

  /** After a restart the files of the last days are wanted once more before a day is told. */
  private List<ListedFile> lacking(BulkCursor cursor) throws FeedException, InterruptedException {
    Instant needed = RollUp.neededFrom(cursor.read());
    Instant from = needed.isBefore(cursor.began().time()) ? cursor.began().time() : needed;
    if (from.isAfter(cursor.read().time()) || rollUp.isWholeFrom(from)) {
      return List.of();
    }
    List<ListedFile> lacking =
        list.after(FileStamp.of(from.minusSeconds(1))).stream()
            .filter(file -> !file.stamp().isAfter(cursor.read()))
            .filter(file -> !rollUp.hasRead(file.stamp()))
            .toList();
    if (lacking.isEmpty()) {
      rollUp.setWholeFrom(from);
    }
    return lacking;
  }

  /** Those that are gone are lacking in their day, if the host gives files at all. */
  private void readAgain(List<ListedFile> files, ListedFile newest)
      throws FeedException, InterruptedException {
    boolean isGiving = false;
    for (ListedFile file : files) {
      try {
        rollUp.add(host.read(file));
      } catch (FeedException e) {
        if (!BulkHost.mayBeOfOneFile(e)) {
          throw e;
        }
        if (!isGiving) {
          host.requireGiving(newest, e);
          isGiving = true;
        }
        context
            .logger()
            .log(
                System.Logger.Level.WARNING,
                "{0} cannot be read again, its day is told without it: {1}",
                host.where(file),
                e.getMessage());
        rollUp.addUnreadable(file.stamp());
      }
    }
  }

  private Batch batch(
      List<Observation> observations,
      List<Rejection> rejections,
      BulkCursor cursor,
      ListedFile newest) {
    return newest.stamp().isAfter(cursor.taken())
        ? partial(observations, rejections, cursor, newest)
        : Batch.last(observations, rejections, cursor.toString());
  }

  private Batch partial(
      List<Observation> observations,
      List<Rejection> rejections,
      BulkCursor cursor,
      ListedFile newest) {
    round = new Round(newest, Optional.of(cursor.toString()), false);
    return Batch.partial(observations, rejections, cursor.toString());
  }
}
