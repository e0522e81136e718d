package org.muscat.diplomacy.gdelt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What one row of a GDELT file reports about a dyad.
 *
 * @param day when it happened
 * @param actors the CAMEO codes of both actors with their roles, such as {@code IRN USAGOV}, in
 *     alphabetical order, because a dyad counts both ways
 * @param acting the country code of the first actor, who does what the row reports
 * @param root CAMEO root code, "01" to "20"
 * @param goldstein conflict to cooperation, -10 to 10, in {@link #GOLDSTEIN_UNIT}
 * @param tone of the documents, -100 to 100, in {@link #TONE_UNIT}
 * @param articles how many documents report it
 * @param domain host of the report's address without {@code www.}, lower case
 */
record GdeltRow(
    LocalDate day,
    String actors,
    String acting,
    String root,
    long goldstein,
    long tone,
    int articles,
    String domain) {

  /**
   * Goldstein values are kept in whole millionths, and tones in whole billionths: sums of whole
   * numbers do not depend on the order of the rows.
   */
  static final double GOLDSTEIN_UNIT = 1e-6;

  static final double TONE_UNIT = 1e-9;

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
  static final int ARTICLES = 33;
  static final int TONE = 34;
  static final int DATE_ADDED = 59;
  static final int SOURCE_URL = 60;

  private static final double MOST_ARTICLES = 1_000_000;

  /** Reads a row that has all its cells. */
  static GdeltRow of(EventLines cells, FileStamp stamp) throws BadRowException {
    return new GdeltRow(
        day(cells, stamp),
        actors(cells),
        cells.text(ACTOR1_COUNTRY),
        root(cells),
        Math.round(number(cells, GOLDSTEIN, "GoldsteinScale", -10, 10) / GOLDSTEIN_UNIT),
        Math.round(number(cells, TONE, "AvgTone", -100, 100) / TONE_UNIT),
        (int) number(cells, ARTICLES, "NumArticles", 0, MOST_ARTICLES),
        domain(cells.text(SOURCE_URL)));
  }

  private static String actors(EventLines cells) {
    String first = cells.text(ACTOR1);
    String second = cells.text(ACTOR2);
    return first.compareTo(second) <= 0 ? first + " " + second : second + " " + first;
  }

  private static LocalDate day(EventLines cells, FileStamp stamp) throws BadRowException {
    FileStamp added = added(cells.text(DATE_ADDED), stamp);
    if (added.time().isAfter(stamp.time())) {
      throw new BadRowException(
          "DATEADDED " + added.text() + " is after the stamp of the file, " + stamp.text());
    }
    LocalDate day = day(cells.text(SQL_DATE));
    if (day.isAfter(added.day()) || day.isBefore(added.day().minusYears(1))) {
      throw new BadRowException(
          "SQLDATE " + day + " is not within the year before DATEADDED " + added.day());
    }
    return day;
  }

  /** Most rows are added with the file that they stand in. */
  private static FileStamp added(String text, FileStamp stamp) throws BadRowException {
    return text.equals(stamp.text())
        ? stamp
        : FileStamp.parse(text)
            .orElseThrow(
                () -> new BadRowException("DATEADDED '" + text + "' is not YYYYMMDDHHMMSS"));
  }

  private static LocalDate day(String text) throws BadRowException {
    if (text.length() == 8 && text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      int digits = Integer.parseInt(text);
      try {
        return LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100);
      } catch (DateTimeException e) {
        throw noDay(text);
      }
    }
    throw noDay(text);
  }

  private static BadRowException noDay(String text) {
    return new BadRowException("SQLDATE '" + text + "' is not YYYYMMDD");
  }

  private static String root(EventLines cells) throws BadRowException {
    String root = cells.text(ROOT_CODE);
    if (!Cameo.isRoot(root)) {
      throw new BadRowException("EventRootCode '" + root + "' is not 01 to 20");
    }
    String code = cells.text(EVENT_CODE);
    if (!code.startsWith(root)) {
      throw new BadRowException("EventCode '" + code + "' is not of the root " + root);
    }
    String quadClass = cells.text(QUAD_CLASS);
    if (!quadClass.equals(String.valueOf(Cameo.quadClass(root)))) {
      throw new BadRowException("QuadClass '" + quadClass + "' does not fit the root " + root);
    }
    return root;
  }

  private static double number(EventLines cells, int column, String name, double least, double most)
      throws BadRowException {
    String text = cells.text(column);
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!(value >= least && value <= most)) {
      throw new BadRowException(
          "%s '%s' is not a number in [%.0f,%.0f]".formatted(name, text, least, most));
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
