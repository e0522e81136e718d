package org.muscat.dashboards.grafana;

import java.util.List;

/** What a panel is, and what only that kind of panel can be told. */
public sealed interface Kind {

  /** The name that Grafana has for it. */
  String type();

  /**
   * Large values.
   *
   * @param filled whether the colour fills the panel
   * @param field the text that is shown; empty for the numbers
   */
  record Stat(boolean filled, String field) implements Kind {

    @Override
    public String type() {
      return "stat";
    }
  }

  /**
   * Lines over time.
   *
   * @param stacked whether they stand on each other
   * @param gaps what becomes of them
   */
  record TimeSeries(boolean stacked, Gaps gaps) implements Kind {

    @Override
    public String type() {
      return "timeseries";
    }
  }

  /**
   * Which state held when.
   *
   * @param gaps what becomes of them
   */
  record StateTimeline(Gaps gaps) implements Kind {

    @Override
    public String type() {
      return "state-timeline";
    }
  }

  /** A bar for each series. */
  record BarGauge() implements Kind {

    @Override
    public String type() {
      return "bargauge";
    }
  }

  /**
   * Rows that have the same labels, from all targets.
   *
   * @param columns in their order; what is none of them is left out
   * @param sortBy the title of a column
   */
  record Table(List<Column> columns, String sortBy, boolean largestFirst) implements Kind {

    public Table {
      columns = List.copyOf(columns);
      if (columns.stream().noneMatch(column -> column.title().equals(sortBy))) {
        throw new IllegalArgumentException("a table is not sorted by its column " + sortBy);
      }
    }

    @Override
    public String type() {
      return "table";
    }
  }
}
