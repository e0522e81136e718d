package org.muscat.dashboards;

import java.util.List;
import java.util.stream.Stream;
import org.muscat.dashboards.States.State;
import org.muscat.dashboards.grafana.Color;
import org.muscat.dashboards.grafana.Link;
import org.muscat.dashboards.grafana.Mapping;
import org.muscat.dashboards.grafana.Variable;
import org.muscat.engine.IndexState;
import org.muscat.engine.regime.Regime;
import org.muscat.server.metrics.IndexMetric;
import org.muscat.server.metrics.MetricFamily;

/** What the dashboards share: where they lead, what states look like, what absence is called. */
final class Common {

  static final String OVERVIEW = "muscat-overview";
  static final String THEATRE = "muscat-theatre";
  static final String ENGINE = "muscat-engine";

  static final String[] BY_THEATRE = {"model", "theatre"};

  private static final String PAGE = "${page}";

  static final States STATUS =
      States.of(
          IndexMetric.STATUS,
          State.of(IndexState.Status.REFUSED, Color.RED),
          State.of(IndexState.Status.WARMING, Color.GREY),
          State.of(IndexState.Status.HELD, Color.YELLOW),
          State.of(IndexState.Status.SCORED, Color.GREEN));

  static final States REGIME =
      States.of(
          IndexMetric.REGIME,
          State.of(Regime.CONFLICT, Color.DARK_RED),
          State.of(Regime.COERCION, Color.ORANGE),
          State.of(Regime.CONTAINMENT, Color.YELLOW),
          State.of(Regime.DRIFT, Color.PURPLE),
          State.of(Regime.DETENTE, Color.GREEN),
          State.of(Regime.UNDETERMINED, Color.GREY));

  static final States STRAIT =
      States.of(
          IndexMetric.CHOKEPOINT_STATUS,
          new State("effectively_closed", Color.DARK_RED),
          new State("restricted", Color.ORANGE),
          new State("open", Color.GREEN));

  /** The demo in words and a colour that nothing else has. */
  static final List<Mapping> DEMO =
      List.of(new Mapping("demo", "DEMO: recorded, replayed", Color.MAGENTA));

  /** The same where a link needs the id as it is. */
  static final List<Mapping> DEMO_ID = List.of(new Mapping("demo", "demo", Color.MAGENTA));

  private Common() {}

  /** Those that every dashboard has. */
  static Variable dataSource() {
    return new Variable.DataSource();
  }

  /** Where Muscat's page is, as browsers reach it. */
  static Variable page() {
    return new Variable.Constant("page", "http://127.0.0.1:8080");
  }

  /** Where the runbooks are; the alerts name the same place. */
  static Variable runbooks() {
    return new Variable.Constant("runbooks", "https://runbooks.example.org");
  }

  /** From a dashboard to the others that need no choice, to Muscat itself, and to more. */
  static List<Link> links(String from, Link... more) {
    return Stream.concat(
            Stream.of(
                new Link("Overview", "/d/" + OVERVIEW),
                new Link("Theatre", "/d/" + THEATRE),
                new Link("Engine", "/d/" + ENGINE),
                new Link("Muscat", PAGE)),
            Stream.of(more))
        .filter(link -> !link.url().equals("/d/" + from))
        .toList();
  }

  /** From a value or a line to the dashboard of its theatre. */
  static Link toTheatre() {
    return toTheatre("${__field.labels.theatre}", "${__field.labels.model}");
  }

  /** From a row of a table to the dashboard of its theatre. */
  static Link rowToTheatre(String theatreColumn, String modelColumn) {
    return toTheatre(
        "${__data.fields." + theatreColumn + "}", "${__data.fields." + modelColumn + "}");
  }

  private static Link toTheatre(String theatre, String model) {
    return new Link(
        "Why: the theatre",
        "/d/"
            + THEATRE
            + "?var-theatre="
            + theatre
            + "&var-model="
            + model
            + "&var-datasource=${datasource}&${__url_time_range}");
  }

  /** To the page of a theatre. */
  static Link toPage() {
    return new Link("Muscat's page of the theatre", PAGE + "/#${theatre}");
  }

  /** To what Muscat says moved the index; as JSON. */
  static Link toExplanation() {
    return new Link(
        "What moved it, by Muscat",
        PAGE + "/api/v1/theatres/${theatre}/explain?from=${__from:date:iso}&to=${__to:date:iso}");
  }

  /** To a runbook. */
  static Link toRunbook(String alert) {
    return new Link("Runbook " + alert, "${runbooks}/" + alert + ".md");
  }

  /** What absence means, in the words of the catalogue. */
  static String absent(MetricFamily family) {
    String reason = family.spec().absentWhen();
    return "none: " + (reason.isEmpty() ? "Muscat was not scraped" : reason);
  }
}
