package org.muscat.diplomacy.gdelt;

/**
 * What one source domain says about one unique event: rows that differ in nothing that is looked at
 * are one report. Its sums are whole numbers, so the order of rows changes no bit. For one thread.
 */
final class Report {

  private static final double GOLDSTEIN_UNITS = Math.rint(1 / GdeltRow.GOLDSTEIN_UNIT);
  private static final double TONE_UNITS = Math.rint(1 / GdeltRow.TONE_UNIT);

  private long goldstein;
  private long tone;
  private long rows;
  private int articles;

  void add(GdeltRow row) {
    goldstein += row.goldstein();
    tone += row.tone();
    rows++;
    articles = Math.max(articles, row.articles());
  }

  void add(Report other) {
    goldstein += other.goldstein;
    tone += other.tone;
    rows += other.rows;
    articles = Math.max(articles, other.articles);
  }

  /** The mean of the rows, in Goldstein points. */
  double goldstein() {
    return goldstein / (rows * GOLDSTEIN_UNITS);
  }

  /** The mean of the rows, in points of tone. */
  double tone() {
    return tone / (rows * TONE_UNITS);
  }

  /** The most documents that a row of it counts. */
  int articles() {
    return articles;
  }
}
