package org.muscat.dist;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * A Muscat that replays recorded data, and a real Prometheus with the rules that scrapes it and
 * evaluates them once a second.
 */
final class ScrapedDemo implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int SCRAPES = 20;

  private final MuscatProcess muscat;
  private final MonitoringProcess prometheus;

  private ScrapedDemo(MuscatProcess muscat, MonitoringProcess prometheus) {
    this.muscat = muscat;
    this.prometheus = prometheus;
  }

  /** Starts both, and waits until all that the demo exports was scraped 20 times. */
  static ScrapedDemo start(Path folder) throws IOException {
    MuscatProcess muscat = MuscatProcess.serve(folder, "--demo");
    MonitoringProcess prometheus = null;
    try {
      // The status of the strait needs the longest history: the replay is in autumn 2019 then.
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> muscat.get("/metrics").body().contains("muscat_chokepoint_status{"));
      prometheus = MonitoringProcess.prometheus(folder, configuration(folder, muscat));
      ScrapedDemo demo = new ScrapedDemo(muscat, prometheus);
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> demo.value("count_over_time(up{job=\"muscat\"}[5m])") >= SCRAPES);
      return demo;
    } catch (IOException | RuntimeException e) {
      if (prometheus != null) {
        prometheus.close();
      }
      muscat.close();
      throw e;
    }
  }

  /** The files of the example, with another target, and everything once a second. */
  private static Path configuration(Path folder, MuscatProcess muscat) throws IOException {
    for (String file :
        List.of("prometheus.yml", PrometheusRules.ALERTS, PrometheusRules.RECORDINGS)) {
      String example = Files.readString(PrometheusRules.FOLDER.resolve(file));
      Files.writeString(
          folder.resolve(file),
          example
              .replaceAll("interval: \\d+[sm]", "interval: 1s")
              .replace("127.0.0.1:8080", muscat.url().substring("http://".length())));
    }
    return folder.resolve("prometheus.yml");
  }

  MonitoringProcess prometheus() {
    return prometheus;
  }

  boolean isEmpty(String expression) throws IOException, InterruptedException {
    return prometheus.query(expression).at("/data/result").isEmpty();
  }

  /** Of the only series that there is; NaN if there is none, or several. */
  double value(String expression) throws IOException, InterruptedException {
    JsonNode result = prometheus.query(expression).at("/data/result");
    return result.size() == 1 ? result.at("/0/value/1").asDouble() : Double.NaN;
  }

  @Override
  public void close() {
    prometheus.close();
    muscat.close();
  }
}
