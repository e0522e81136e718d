package org.muscat.diplomacy.gdelt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines as GDELT writes them, for the tests. */
public final class GdeltLines {

  static final FileStamp STAMP = FileStamp.parse("20191024143000").orElseThrow();

  private final String[] cells = new String[GdeltRow.COLUMNS];

  private GdeltLines() {
    Arrays.fill(cells, "");
  }

  /** A report of 2019-10-24 that the USA consult with Iran. */
  public static GdeltLines report() {
    return new GdeltLines()
        .with(0, "1")
        .with(GdeltRow.SQL_DATE, "20191024")
        .with(GdeltRow.ACTOR1, "USA")
        .with(GdeltRow.ACTOR1_COUNTRY, "USA")
        .with(GdeltRow.ACTOR2, "IRN")
        .with(GdeltRow.ACTOR2_COUNTRY, "IRN")
        .code("040", "04", "1", "1.0")
        .with(GdeltRow.ARTICLES, "3")
        .with(GdeltRow.TONE, "-2.5")
        .with(GdeltRow.DATE_ADDED, "20191024143000")
        .with(GdeltRow.SOURCE_URL, "https://www.example.org/a/b?c");
  }

  /** Lines as the bytes of a file. */
  public static byte[] file(String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  GdeltLines articles(String count) {
    return with(GdeltRow.ARTICLES, count);
  }

  GdeltLines tone(String tone) {
    return with(GdeltRow.TONE, tone);
  }

  /** Added to the files with this stamp. */
  GdeltLines added(String stamp) {
    return with(GdeltRow.DATE_ADDED, stamp);
  }

  GdeltLines with(int column, String text) {
    cells[column] = text;
    return this;
  }

  GdeltLines actors(String first, String second) {
    return with(GdeltRow.ACTOR1, first)
        .with(GdeltRow.ACTOR1_COUNTRY, first.substring(0, 3))
        .with(GdeltRow.ACTOR2, second)
        .with(GdeltRow.ACTOR2_COUNTRY, second.substring(0, 3));
  }

  public GdeltLines code(String code, String root, String quadClass, String goldstein) {
    return with(GdeltRow.EVENT_CODE, code)
        .with(GdeltRow.ROOT_CODE, root)
        .with(GdeltRow.QUAD_CLASS, quadClass)
        .with(GdeltRow.GOLDSTEIN, goldstein);
  }

  GdeltLines day(String sqlDate) {
    return with(GdeltRow.SQL_DATE, sqlDate);
  }

  GdeltLines source(String url) {
    return with(GdeltRow.SOURCE_URL, url);
  }

  public String line() {
    return String.join("\t", cells);
  }
}
