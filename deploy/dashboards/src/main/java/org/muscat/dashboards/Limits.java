package org.muscat.dashboards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muscat.dashboards.grafana.Color;
import org.muscat.dashboards.grafana.Mapping;
import org.muscat.dashboards.grafana.Thresholds;
import org.muscat.engine.Model;
import org.muscat.engine.margin.BandCuts;
import org.muscat.engine.margin.Margin;

/**
 * Where colours change: at the cuts of the model and at the limits of the alerts, never at numbers
 * of the dashboards' own. Immutable.
 */
final class Limits {

  private static final double POINTS = 100;

  /** A colour holds from its value on; this is where what is above 0 begins. */
  private static final double ABOVE_ZERO = 1e-9;

  private static final String NUMBER = "(?:\\{[^}]*\\})?(?:\\[[^]]*\\]\\))? [<>] ([0-9.]+)";

  private final String alerts;

  private Limits(String alerts) {
    this.alerts = alerts;
  }

  /** With the limits of a file of alerting rules. */
  static Limits read(Path alerts) throws IOException {
    return new Limits(Files.readString(alerts));
  }

  /**
   * The limit of the alert that reads a series.
   *
   * @throws IllegalArgumentException if no alert compares it with a number
   */
  double ofAlert(String series) {
    Matcher limit = Pattern.compile(Pattern.quote(series) + NUMBER).matcher(alerts);
    if (!limit.find()) {
      throw new IllegalArgumentException("no alert compares " + series + " with a number");
    }
    return Double.parseDouble(limit.group(1));
  }

  /** The bands of stability of method, section 7, for a ratio. */
  static Thresholds bands() {
    BandCuts cuts = BandCuts.DEFAULT;
    return Thresholds.below(Color.DARK_RED)
        .from(cuts.severe() / POINTS, Color.RED)
        .from(cuts.elevated() / POINTS, Color.ORANGE)
        .from(cuts.guarded() / POINTS, Color.YELLOW)
        .from(cuts.calm() / POINTS, Color.GREEN);
  }

  /** THIN, MODERATE and AMPLE of method, section 7. */
  static Thresholds margin() {
    return Thresholds.below(Color.RED)
        .from(Margin.LEAST_MODERATE, Color.YELLOW)
        .from(Margin.MOST_MODERATE, Color.GREEN);
  }

  /** The coverage of a pillar: below the floor it does not count. */
  static Thresholds coverage() {
    return Thresholds.below(Color.RED)
        .from(Model.Rules.DEFAULT.coverageFloor(), Color.YELLOW)
        .from(Margin.THIN_COVERAGE, Color.GREEN);
  }

  /** The coverage of the index: below the floor there is no score, below the limit an alert. */
  Thresholds indexCoverage() {
    return Thresholds.below(Color.RED)
        .from(Model.Rules.DEFAULT.coverageFloor(), Color.ORANGE)
        .from(ofAlert("muscat_index_coverage_ratio"), Color.YELLOW)
        .from(Margin.THIN_COVERAGE, Color.GREEN);
  }

  /** Well up to the limit of an alert. */
  Thresholds upTo(String series) {
    return Thresholds.below(Color.GREEN).from(ofAlert(series), Color.RED);
  }

  /** What should not be there at all, counted. */
  static Thresholds noneIsWell() {
    return Thresholds.below(Color.GREEN).from(1, Color.RED);
  }

  /** What took stability away is red, what gave it back green. */
  static Thresholds taken() {
    return anyIsBad();
  }

  /** Of what should not be there at all, the least is too much. */
  static Thresholds anyIsBad() {
    return Thresholds.below(Color.GREEN).from(ABOVE_ZERO, Color.RED);
  }

  /** A change for the better or for the worse. */
  static Thresholds gained() {
    return Thresholds.below(Color.RED).from(0, Color.GREEN);
  }

  /** 1 is well and 0 is not. */
  static Thresholds oneIsWell() {
    return Thresholds.below(Color.RED).from(1, Color.GREEN);
  }

  static List<Mapping> yesOrNo(String yes, String no) {
    return List.of(new Mapping("1", yes, Color.GREEN), new Mapping("0", no, Color.RED));
  }
}
