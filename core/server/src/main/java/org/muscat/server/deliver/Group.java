package org.muscat.server.deliver;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a Pushgateway keeps apart: a push replaces what came before under the same job and labels.
 * Immutable.
 *
 * @param job not empty
 * @param labels by name
 */
public record Group(String job, Map<String, String> labels) {

  public Group {
    if (job.isEmpty()) {
      throw new IllegalArgumentException("the name of the job is empty");
    }
    labels = Map.copyOf(labels);
  }

  /** Its place under the address of a Pushgateway, such as {@code /metrics/job/muscat}. */
  String path() {
    StringBuilder path = new StringBuilder("/metrics").append(segments("job", job));
    new TreeMap<>(labels).forEach((name, value) -> path.append(segments(name, value)));
    return path.toString();
  }

  /** A value with a slash, or none at all, would end its segment: it is written in Base64. */
  private static String segments(String name, String value) {
    if (value.isEmpty() || value.contains("/")) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      String encoded = value.isEmpty() ? "=" : Base64.getUrlEncoder().encodeToString(bytes);
      return "/" + name + "@base64/" + encoded;
    }
    String escaped = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    // Else a proxy on the way takes them for steps.
    boolean steps = escaped.equals(".") || escaped.equals("..");
    return "/" + name + "/" + (steps ? escaped.replace(".", "%2E") : escaped);
  }
}
