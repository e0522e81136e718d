package org.muscat.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muscat.dashboards.grafana.Dashboard;
import org.muscat.dashboards.grafana.DashboardJson;

/** The dashboards as the code of this module writes them. */
final class Written {

  static final Path DEPLOY = Path.of("..");
  static final Path ROOT = Path.of("..", "..");

  private Written() {}

  /** The texts by the names of their files. */
  static Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Dashboard dashboard : Dashboards.all(DEPLOY)) {
      texts.put(Dashboards.fileName(dashboard), DashboardJson.write(dashboard));
    }
    return texts;
  }

  static List<JsonNode> all() throws IOException {
    List<JsonNode> all = new ArrayList<>();
    for (String text : texts().values()) {
      all.add(new ObjectMapper().readTree(text));
    }
    return all;
  }

  static JsonNode dashboard(String uid) throws IOException {
    return new ObjectMapper().readTree(texts().get(uid + ".json"));
  }

  /** Without the headings of rows. */
  static List<JsonNode> panels(JsonNode dashboard) {
    List<JsonNode> panels = new ArrayList<>();
    for (JsonNode panel : dashboard.get("panels")) {
      if (!panel.get("type").asText().equals("row")) {
        panels.add(panel);
      }
    }
    return panels;
  }
}
