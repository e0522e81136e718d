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

  private static final Set<Reason> OF_ONE_TABLE =
      EnumSet.of(Reason.SOURCE_CHANGED, Reason.BAD_DATA, Reason.TOO_LARGE);

  /** May be those of one table, too; twice in a row they are those of the whole source. */
  private static final Set<Reason> PERHAPS_OF_ALL =
      EnumSet.of(Reason.UNAUTHORISED, Reason.SOURCE_FAILED, Reason.TIMED_OUT, Reason.UNREACHABLE);

  private final List<Table> tables;
  private final TableSource source;
  private final Past past;
  private final Clock clock;
  private final Plausibility plausibility;

  /** Where the round that is under way goes on; another cursor begins another round. */
  private Optional<String> position = Optional.empty();

  /** The first of this round, told when all tables were asked. */
  private @Nullable FeedException failure;

  /** Whether the last table that was asked in this round failed as the whole source might. */
  private boolean failing;

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

  /**
   * Tables are fetched in rounds; one that cannot be read costs none of the others. A round that
   * ends early is followed by one that begins where it ended, so each table gets its turn.
   */
  @Override
  public Batch fetch(FetchRequest request) throws FeedException, InterruptedException {
    Cursor cursor = Cursor.parse(request.cursor());
    if (!request.cursor().equals(position)) {
      newRound(); // such as after a fetch whose batch was not kept
    }
    FeedException before = failure;
    if (before != null && !cursor.hasMore()) {
      newRound();
      throw before;
    }
    Table table = cursor.current(tables);
    Batch batch;
    try {
      batch = batch(table, cursor);
      failing = false;
    } catch (FeedException e) {
      if (endsTheRound(e)) {
        newRound();
        throw e;
      }
      failing = PERHAPS_OF_ALL.contains(e.reason());
      failure = failure == null ? e : failure;
      batch = Batch.partial(List.of(), List.of(), cursor.beyond(table, tables).toString());
    }
    position = Optional.of(batch.nextCursor());
    return batch;
  }

  private boolean endsTheRound(FeedException e) {
    boolean concernsAll = PERHAPS_OF_ALL.contains(e.reason()) && failing;
    boolean concernsOne = OF_ONE_TABLE.contains(e.reason()) || PERHAPS_OF_ALL.contains(e.reason());
    return tables.size() == 1 || concernsAll || !concernsOne;
  }

  private void newRound() {
    failure = null;
    failing = false;
    position = Optional.empty();
  }

  private Batch batch(Table table, Cursor cursor) throws FeedException, InterruptedException {
    Optional<LocalDate> from = from(table, cursor);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Cells cells = new Cells(source.where(table), from.orElse(LocalDate.MIN), today);
    source.read(table, from, cells);
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
