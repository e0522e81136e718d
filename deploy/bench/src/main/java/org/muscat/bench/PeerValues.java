package org.muscat.bench;

import java.util.SplittableRandom;

/**
 * What is measured in each of theatres x indicators series: made up, the same for whoever asks, and
 * the text and the history that Prometheus takes it from.
 */
final class PeerValues {

  private final int theatres;
  private final int indicators;

  PeerValues(int theatres, int indicators) {
    this.theatres = theatres;
    this.indicators = indicators;
  }

  int series() {
    return theatres * indicators;
  }

  /** The value of one series at a moment, 10 to 50. */
  static double at(int theatre, int number, long epochSecond) {
    long seed = (epochSecond * 1_000_003 + theatre) * 1_009 + number;
    return 10 + 40 * new SplittableRandom(seed).nextDouble();
  }

  /** A page of gauges for a scrape, with the weights. */
  String page(long epochSecond) {
    StringBuilder page = new StringBuilder(series() * 60);
    page.append("# TYPE peer_value gauge\n");
    add(page, epochSecond, "");
    page.append("# TYPE peer_weight gauge\n");
    for (int number = 0; number < indicators; number++) {
      page.append("peer_weight{number=\"").append(number).append("\"} 1\n");
    }
    return page.toString();
  }

  /** All series from a moment to another as OpenMetrics with timestamps. */
  String history(long from, long to, int step) {
    StringBuilder history = new StringBuilder("# TYPE peer_value gauge\n");
    for (long at = from; at <= to; at += step) {
      add(history, at, " " + at);
    }
    return history.append("# EOF\n").toString();
  }

  private void add(StringBuilder out, long epochSecond, String timestamp) {
    for (int theatre = 0; theatre < theatres; theatre++) {
      for (int number = 0; number < indicators; number++) {
        out.append("peer_value{theatre=\"t").append(theatre);
        out.append("\",number=\"").append(number).append("\"} ");
        out.append(at(theatre, number, epochSecond)).append(timestamp).append('\n');
      }
    }
  }
}
