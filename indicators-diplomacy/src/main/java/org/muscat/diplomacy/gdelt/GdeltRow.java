package org.muscat.diplomacy.gdelt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * What one row of a GDELT file reports about a dyad.
 *
 * @param day when it happened
 * @param actors the CAMEO codes of both actors with their roles, such as {@code IRN USAGOV}, in
 *     alphabetical order, because a dyad counts both ways
 * @param root CAMEO root code, "01" to "20"
 * @param goldstein conflict to cooperation, -10 to 10
 * @param domain host of the report's address without {@code www.}, lower case
 */
record GdeltRow(LocalDate day, String actors, String root, double goldstein, String domain) {

  static final int COLUMNS = 61;
  static final int SQL_DATE = 1;
  static final int ACTOR1 = 5;
  static final int ACTOR1_COUNTRY = 7;
  static final int ACTOR2 = 15;
  static final int ACTOR2_COUNTRY = 17;
  static final int EVENT_CODE = 26;
  static final int ROOT_CODE = 28;
  static final int QUAD_CLASS = 29;
  static final int GOLDSTEIN = 30;
  static final int DATE_ADDED = 59;
  static final int SOURCE_URL = 60;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  /** Splits a line, without looking into the cells. */
  static String[] cells(String line) throws BadRowException {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new BadRowException(
          "row has " + cells.length + " columns; GDELT 2.0 events have " + COLUMNS);
    }
    return cells;
  }

  static GdeltRow of(String[] cells, FileStamp stamp) throws BadRowException {
    LocalDate day = day(cells, stamp);
    String root = root(cells);
    double goldstein = goldstein(cells[GOLDSTEIN]);
    return new GdeltRow(day, actors(cells), root, goldstein, domain(cells[SOURCE_URL]));
  }

  private static String actors(String[] cells) {
    String first = cells[ACTOR1];
    String second = cells[ACTOR2];
    return first.compareTo(second) <= 0 ? first + " " + second : second + " " + first;
  }

  private static LocalDate day(String[] cells, FileStamp stamp) throws BadRowException {
    FileStamp added =
        FileStamp.parse(cells[DATE_ADDED])
            .orElseThrow(
                () ->
                    new BadRowException(
                        "DATEADDED '" + cells[DATE_ADDED] + "' is not YYYYMMDDHHMMSS"));
    if (added.time().isAfter(stamp.time())) {
      throw new BadRowException(
          "DATEADDED " + added.text() + " is after the stamp of the file, " + stamp.text());
    }
    LocalDate day;
    try {
      day = LocalDate.parse(cells[SQL_DATE], DATE);
    } catch (DateTimeException e) {
      throw new BadRowException("SQLDATE '" + cells[SQL_DATE] + "' is not YYYYMMDD");
    }
    if (day.isAfter(added.day()) || day.isBefore(added.day().minusYears(1))) {
      throw new BadRowException(
          "SQLDATE " + day + " is not within the year before DATEADDED " + added.day());
    }
    return day;
  }

  private static String root(String[] cells) throws BadRowException {
    String root = cells[ROOT_CODE];
    if (!Cameo.isRoot(root)) {
      throw new BadRowException("EventRootCode '" + root + "' is not 01 to 20");
    }
    if (!cells[EVENT_CODE].startsWith(root)) {
      throw new BadRowException("EventCode '" + cells[EVENT_CODE] + "' is not of the root " + root);
    }
    if (!cells[QUAD_CLASS].equals(String.valueOf(Cameo.quadClass(root)))) {
      throw new BadRowException(
          "QuadClass '" + cells[QUAD_CLASS] + "' does not fit the root " + root);
    }
    return root;
  }

  private static double goldstein(String text) throws BadRowException {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!(value >= -10 && value <= 10)) {
      throw new BadRowException("GoldsteinScale '" + text + "' is not a number in [-10,10]");
    }
    return value;
  }

  private static String domain(String url) throws BadRowException {
    int scheme = url.indexOf("://");
    int from = scheme < 0 ? 0 : scheme + 3;
    int to = from;
    while (to < url.length() && "/:?#".indexOf(url.charAt(to)) < 0) {
      to++;
    }
    String host = url.substring(from, to).strip().toLowerCase(Locale.ROOT);
    if (host.startsWith("www.")) {
      host = host.substring(4);
    }
    if (host.isEmpty()) {
      throw new BadRowException("SOURCEURL '" + url + "' names no host");
    }
    return host;
  }
}
