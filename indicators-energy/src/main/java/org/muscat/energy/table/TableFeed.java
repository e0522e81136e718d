package org.muscat.energy.table;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Batch;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Observation;

/**
 * Fetches one table a batch; a round goes through all of them. The first fetch of a series reads
 * its whole history, later ones ask again for the last days, so that revisions are seen.
 */
public final class TableFeed implements Feed {

  /** How far back is asked again: enough days that a past told anew is recognised (rule 5). */
  public static final Period OVERLAP = Period.ofDays(120);

  /** Other failures are those of the whole source. */
  private static final Set<Reason> OF_ONE_TABLE =
      EnumSet.of(Reason.SOURCE_CHANGED, Reason.BAD_DATA, Reason.TOO_LARGE);

  private final List<Table> tables;
  private final TableSource source;
  private final Past past;
  private final Clock clock;
  private final Plausibility plausibility;

  /** The first of this round, told when all tables were asked. */
  private @Nullable FeedException failure;

  /**
   * A feed.
   *
   * @param tables at least one, with different names and series
   */
  public TableFeed(List<Table> tables, TableSource source, Past past, FeedContext context) {
    this.tables = List.copyOf(tables);
    this.source = source;
    this.past = past;
    this.clock = context.clock();
    this.plausibility = new Plausibility(context.logger());
  }

  /** Tables are fetched in rounds; one that cannot be read costs none of the others. */
  @Override
  public Batch fetch(FetchRequest request) throws FeedException, InterruptedException {
    Cursor cursor = Cursor.parse(request.cursor());
    FeedException before = failure;
    if (before != null && !cursor.hasMore()) {
      failure = null;
      throw before;
    }
    Table table = cursor.current(tables);
    try {
      return batch(table, cursor);
    } catch (FeedException e) {
      if (tables.size() == 1 || !OF_ONE_TABLE.contains(e.reason())) {
        throw e;
      }
      failure = failure == null ? e : failure;
      return Batch.partial(List.of(), List.of(), cursor.beyond(table, tables).toString());
    }
  }

  private Batch batch(Table table, Cursor cursor) throws FeedException, InterruptedException {
    Cells cells =
        new Cells(source.where(table), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    source.read(table, from(table, cursor), cells);
    List<Observation> observations = new ArrayList<>();
    Map<String, LocalDate> newest = new HashMap<>();
    for (Wanted column : table.columns()) {
      List<Cells.Cell> told = wanted(table, column, cursor.newest(column), cells);
      observations.addAll(observations(column, cursor.newest(column).isEmpty(), told));
      newest.put(column.series(), told.get(told.size() - 1).day());
    }
    Cursor next = cursor.after(table, newest, tables);
    return next.hasMore() || failure != null
        ? Batch.partial(observations, cells.rejections(), next.toString())
        : Batch.last(observations, cells.rejections(), next.toString());
  }

  /** The first day to ask for; empty if one of the columns was never fetched. */
  private Optional<LocalDate> from(Table table, Cursor cursor) {
    if (past == Past.REESTIMATED
        || table.columns().stream().anyMatch(column -> cursor.newest(column).isEmpty())) {
      return Optional.empty();
    }
    return table.columns().stream()
        .flatMap(column -> cursor.newest(column).stream())
        .min(LocalDate::compareTo)
        .map(day -> day.minus(OVERLAP));
  }

  /** The values from the overlap on; there is always one, since the newest one is in it. */
  private List<Cells.Cell> wanted(
      Table table, Wanted column, Optional<LocalDate> before, Cells cells) throws FeedException {
    LocalDate from =
        past == Past.REESTIMATED
            ? LocalDate.MIN
            : before.map(day -> day.minus(OVERLAP)).orElse(LocalDate.MIN);
    List<Cells.Cell> told =
        cells.of(column).stream().filter(cell -> !cell.day().isBefore(from)).toList();
    if (told.isEmpty()) {
      throw new FeedException(
          Reason.SOURCE_CHANGED,
          "%s tells no value of %s%s, where there must be some%s; it refuses or has changed"
              .formatted(
                  source.where(table),
                  column.id(),
                  before.isPresent() ? " from " + from + " on" : "",
                  cells.rejections().stream()
                      .findFirst()
                      .map(rejection -> ". The first row that cannot be read: " + rejection)
                      .orElse("")));
    }
    LocalDate newest = told.get(told.size() - 1).day();
    if (before.filter(newest::isBefore).isPresent()) {
      throw new FeedException(
          Reason.SOURCE_CHANGED,
          "%s tells %s up to %s, and went up to %s before; it is cut off or was taken back"
              .formatted(source.where(table), column.id(), newest, before.get()));
    }
    plausibility.check(column, told, before);
    return told;
  }

  private List<Observation> observations(Wanted column, boolean firstFetch, List<Cells.Cell> told) {
    KnownFrom known = new KnownFrom(column, firstFetch && past == Past.SETTLED, clock.instant());
    return told.stream().map(known::observation).toList();
  }
}
