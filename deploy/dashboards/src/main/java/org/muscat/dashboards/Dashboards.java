package org.muscat.dashboards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.muscat.dashboards.grafana.Dashboard;
import org.muscat.dashboards.grafana.DashboardJson;
import org.muscat.dashboards.promql.Recordings;

/**
 * Writes the dashboards: {@code Dashboards DEPLOY OUT}, where {@code DEPLOY} is the folder {@code
 * deploy} of the repository, whose rules are read. Run by {@code deploy/dashboards/write}.
 */
public final class Dashboards {

  private Dashboards() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("two arguments are needed: DEPLOY OUT");
    }
    Path out = Files.createDirectories(Path.of(arguments[1]));
    for (Dashboard dashboard : all(Path.of(arguments[0]))) {
      Files.writeString(out.resolve(fileName(dashboard)), DashboardJson.write(dashboard));
    }
  }

  /**
   * The overview, the theatre and the engine.
   *
   * @param deploy whose rules are read
   */
  static List<Dashboard> all(Path deploy) throws IOException {
    Path rules = deploy.resolve("prometheus");
    Limits limits = Limits.read(rules.resolve("muscat-alerts.rules.yml"));
    Recordings recordings = Recordings.read(rules.resolve("muscat-recording.rules.yml"));
    return List.of(
        new OverviewDashboard(limits).dashboard(),
        new TheatreDashboard(limits).dashboard(),
        new EngineDashboard(limits, recordings).dashboard());
  }

  /** Such as {@code muscat-overview.json}. */
  static String fileName(Dashboard dashboard) {
    return dashboard.uid() + ".json";
  }
}
