package org.muscat.energy.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Batch.Rejection;

/** Collects the values of one table and the rows that cannot be read. For one thread. */
public final class Cells {

  /** How the publishers say that there is no value: nobody worked that day, or not yet. */
  private static final Set<String> MISSING = Set.of("", ".", "NA", "N/A", "#N/A", "NaN");

  /** Thousands may be set off by an apostrophe, as the GPR file does in some lines. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+|\\d{1,3}(['\\u2019]\\d{3})+)?(\\.\\d*)?([eE][+-]?\\d{1,3})?");

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final int MOST_REJECTIONS = 1_000;

  /**
   * A value as it was published.
   *
   * @param day that it is about
   * @param published the day of its publication, if the publisher tells it
   */
  record Cell(long line, LocalDate day, double value, Optional<LocalDate> published) {}

  private record Identity(String series, LocalDate day, @Nullable LocalDate published) {}

  private final String where;
  private final LocalDate from;
  private final LocalDate latest;
  private final Map<Identity, Cell> byIdentity = new HashMap<>();
  private final Map<String, List<Cell>> bySeries = new LinkedHashMap<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private long unlisted;
  private boolean monthly;
  private String part = "";

  /**
   * Nothing yet.
   *
   * @param where the table is, for messages
   * @param from the first day that is wanted; rows of earlier ones were judged before
   * @param latest the last day that can have been observed
   */
  Cells(String where, LocalDate from, LocalDate latest) {
    this.where = where;
    this.from = from;
    this.latest = latest;
  }

  /** From now on a date stands for its month: values are about the first day of it. */
  public Cells byMonth() {
    monthly = true;
    return this;
  }

  /** From now on lines are counted in this part of the table; rejections name it. */
  public void part(String name) {
    part = ", " + name;
  }

  /**
   * Takes a cell.
   *
   * @param line in which it stands, from 1
   * @param date of the row, as published
   * @param text of the value, as published; what is missing is left out
   */
  public void add(Wanted column, long line, String date, String text) {
    add(column, line, date, text, null);
  }

  /**
   * Takes a cell of which it is told when it was published.
   *
   * @param published a date
   */
  public void add(Wanted column, long line, String date, String text, @Nullable String published) {
    try {
      LocalDate day = Days.parse(date);
      take(column, line, monthly ? day.withDayOfMonth(1) : day, text.strip(), published);
    } catch (IllegalArgumentException e) {
      reject(line, String.valueOf(e.getMessage()));
    }
  }

  private void take(
      Wanted column, long line, LocalDate day, String text, @Nullable String published) {
    boolean absurd = day.isBefore(EARLIEST) || day.isAfter(latest);
    if (day.isBefore(from) && !absurd) {
      return;
    }
    if (absurd) {
      throw new IllegalArgumentException(
          "the date is " + day + ", not between " + EARLIEST + " and " + latest);
    }
    if (MISSING.contains(text)) {
      return;
    }
    LocalDate told = published == null ? null : Days.parse(published);
    if (told != null && told.isBefore(day)) {
      throw new IllegalArgumentException(
          column.id() + " of " + day + " was published on " + told + ", before that day");
    }
    Cell cell = new Cell(line, day, number(column.id(), text), Optional.ofNullable(told));
    Cell before = byIdentity.putIfAbsent(new Identity(column.series(), day, told), cell);
    if (before == null) {
      bySeries.computeIfAbsent(column.series(), first -> new ArrayList<>()).add(cell);
    } else if (before.value() != cell.value()) {
      throw new IllegalArgumentException(
          "%s of %s is %s, and %s in line %d; the first is kept"
              .formatted(column.id(), day, text, before.value(), before.line()));
    }
  }

  /** Tells of a row that cannot be read. */
  public void reject(long line, String reason) {
    if (rejections.size() < MOST_REJECTIONS) {
      rejections.add(new Rejection(where + part, line, reason));
    } else {
      unlisted++;
    }
  }

  private static double number(String id, String text) {
    double value =
        NUMBER.matcher(text).matches() && text.chars().anyMatch(Character::isDigit)
            ? Double.parseDouble(text.replace("'", "").replace("\u2019", ""))
            : Double.NaN;
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(id + " is '" + Excerpt.of(text) + "', not a number");
    }
    return value;
  }

  /** The values of a series, the oldest day first, of each day the oldest publication first. */
  List<Cell> of(Wanted column) {
    return bySeries.getOrDefault(column.series(), List.of()).stream()
        .sorted(
            Comparator.comparing(Cell::day)
                .thenComparing(cell -> cell.published().orElse(LocalDate.MIN)))
        .toList();
  }

  List<Rejection> rejections() {
    List<Rejection> all = new ArrayList<>(rejections);
    if (unlisted > 0) {
      all.add(new Rejection(where, 0, unlisted + " more bad rows are not listed"));
    }
    return all;
  }
}
