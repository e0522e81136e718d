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
   * @param several whether several can be chosen, and all
   */
  record LabelValues(String name, String title, Selector among, String label, boolean several)
      implements Variable {

    public LabelValues {
      if (!among.has(label)) {
        throw new IllegalArgumentException(
            "variable " + name + ": " + among.text() + " has no label " + label);
      }
    }
  }

  /** A text that whoever installs the dashboard may change; not shown. */
  record Constant(String name, String value) implements Variable {}
}
