package org.muscat.dashboards.grafana;

import org.muscat.dashboards.promql.Selector;

/** What can be chosen at the top of a dashboard. */
public sealed interface Variable {

  /** As expressions name it, without the dollar sign. */
  String name();

  /** Which Prometheus is asked; its name is {@code datasource}. */
  record DataSource() implements Variable {

    @Override
    public String name() {
      return "datasource";
    }
  }

  /**
   * The values of a label.
   *
   * @param title what stands before the choice
   * @param among the series that have the label
   * @param choice how many of them
   */
  record LabelValues(String name, String title, Selector among, String label, Choice choice)
      implements Variable {

    public LabelValues {
      if (!among.has(label)) {
        throw new IllegalArgumentException(
            "variable " + name + ": " + among.text() + " has no label " + label);
      }
    }
  }

  /**
   * How many values can be chosen.
   *
   * @param several whether more than one
   * @param all whether all together; it is chosen first then
   * @param unlisted whether all is whatever the label has, and not only the values that are offered
   * @param first what is chosen first; empty for the first that there is, or for all
   */
  record Choice(boolean several, boolean all, boolean unlisted, String first) {

    /** One of them. */
    public static Choice one() {
      return new Choice(false, false, false, "");
    }

    /** Some or all; all is whatever the label has. */
    public static Choice anything() {
      return new Choice(true, true, true, "");
    }

    /** Some or all of those that are offered, and no others. */
    public static Choice amongOffered() {
      return new Choice(true, true, false, "");
    }

    /** Some, at first this one. */
    public static Choice startingWith(String first) {
      return new Choice(true, false, false, first);
    }
  }

  /** A text that whoever installs the dashboard may change; not shown. */
  record Constant(String name, String value) implements Variable {}
}
