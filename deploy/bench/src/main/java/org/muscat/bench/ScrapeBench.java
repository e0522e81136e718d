package org.muscat.bench;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot.StateSetDataPointSnapshot;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.Snapshot;
import org.muscat.server.metrics.Exposition;
import org.muscat.server.metrics.ExpositionFormat;
import org.muscat.server.metrics.IndexFamilies;
import org.muscat.server.metrics.IndicatorValues;
import org.muscat.server.metrics.RenderedIndex;
import org.muscat.server.metrics.Representation;

/**
 * What a scrape of 100,000 series of the index costs, and rendering them anew after a tick, beside
 * the same series in the registry of the Prometheus client library and in Micrometer.
 */
public final class ScrapeBench {

  private static final int THEATRES = Integer.getInteger("theatres", 840);
  private static final int ROUNDS = 25;
  private static final double WARM_UP_SECONDS = 4;
  private static final Representation TEXT = new Representation(ExpositionFormat.TEXT, false);
  private static final Representation OPEN =
      new Representation(ExpositionFormat.OPEN_METRICS, false);
  private static final Representation GZIP =
      new Representation(ExpositionFormat.OPEN_METRICS, true);

  private final List<Snapshot> snapshots = IndexPage.snapshots(THEATRES, 4);

  private ScrapeBench() {}

  /** Prints a table. */
  public static void main(String[] arguments) throws Exception {
    ScrapeBench bench = new ScrapeBench();
    System.out.println(series(bench.snapshots.get(0)) + " series of the index");
    System.out.println(Cost.HEAD);
    bench.muscat();
    bench.clientLibrary();
    bench.micrometer();
  }

  private void muscat() throws Exception {
    for (Representation how : List.of(TEXT, OPEN, GZIP)) {
      IndexBoard board = new IndexBoard();
      try (RenderedIndex index = new RenderedIndex(board, IndicatorValues.NONE, System::nanoTime)) {
        Exposition exposition = new Exposition(index, jvm());
        board.publish(snapshots.get(0));
        print("Muscat, scrape", how, Cost.of(() -> scrape(exposition, how), WARM_UP_SECONDS, 200));
        print("Muscat, rendered after a tick", how, rendered(board, exposition, how));
      }
    }
  }

  /** On the thread of the exposition. */
  private Cost rendered(IndexBoard board, Exposition exposition, Representation how)
      throws InterruptedException {
    Cost cost = new Cost();
    int warmUp = 30;
    for (int round = 0; round < warmUp + ROUNDS; round++) {
      long thread = exposition();
      long[] before = Cost.of(thread);
      byte[] old = index(exposition, how);
      board.publish(snapshots.get(1 + round % 3));
      while (index(exposition, how) == old) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      long[] after = Cost.of(thread);
      if (round >= warmUp) {
        cost.add(after[0] - before[0], after[1] - before[1]);
      }
    }
    cost.bytes(index(exposition, how).length);
    return cost;
  }

  /** The last but one part of a page. */
  private static byte[] index(Exposition exposition, Representation how) {
    List<byte[]> parts = exposition.page(how).parts();
    return parts.get(parts.size() - 2);
  }

  private static long exposition() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("exposition"))
        .mapToLong(Thread::getId)
        .max()
        .orElseThrow();
  }

  private void clientLibrary() throws Exception {
    PrometheusRegistry anew = new PrometheusRegistry();
    anew.register(
        (MultiCollector)
            () -> IndexFamilies.of(snapshots.get(0).assessments(), Restricted.NOTHING));
    PrometheusRegistry built = new PrometheusRegistry();
    MetricSnapshots all = IndexFamilies.of(snapshots.get(0).assessments(), Restricted.NOTHING);
    built.register((MultiCollector) () -> all);
    for (Representation how : List.of(TEXT, OPEN, GZIP)) {
      print(
          "client library, MultiCollector",
          how,
          Cost.of(() -> written(anew.scrape(), how), WARM_UP_SECONDS, ROUNDS));
      print(
          "client library, snapshots made before",
          how,
          Cost.of(() -> written(built.scrape(), how), WARM_UP_SECONDS, ROUNDS));
    }
    System.out.println(
        Cost.of(
                () -> IndexFamilies.of(snapshots.get(0).assessments(), Restricted.NOTHING).size(),
                WARM_UP_SECONDS,
                ROUNDS)
            .line("of it, making the snapshots"));
  }

  private void micrometer() throws Exception {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    for (MetricSnapshot family :
        IndexFamilies.of(snapshots.get(0).assessments(), Restricted.NOTHING)) {
      register(meters, family);
    }
    print(
        "Micrometer, gauges",
        TEXT,
        Cost.of(() -> scraped(meters, "text/plain"), WARM_UP_SECONDS, ROUNDS));
    print(
        "Micrometer, gauges",
        OPEN,
        Cost.of(
            () -> scraped(meters, "application/openmetrics-text; version=1.0.0; charset=utf-8"),
            WARM_UP_SECONDS,
            ROUNDS));
    meters.close();
  }

  private static void register(PrometheusMeterRegistry meters, MetricSnapshot family) {
    String name = family.getMetadata().getName();
    if (family instanceof GaugeSnapshot gauges) {
      for (GaugeDataPointSnapshot point : gauges.getDataPoints()) {
        register(meters, name, tags(point.getLabels()), point.getValue());
      }
    } else if (family instanceof StateSetSnapshot states) {
      for (StateSetDataPointSnapshot point : states.getDataPoints()) {
        for (int i = 0; i < point.size(); i++) {
          List<Tag> tags = tags(point.getLabels());
          tags.add(Tag.of(name, point.getName(i)));
          register(meters, name, tags, point.isTrue(i) ? 1 : 0);
        }
      }
    }
  }

  private static void register(
      PrometheusMeterRegistry meters, String name, List<Tag> tags, double value) {
    Double held = value;
    Gauge.builder(name, held, Double::doubleValue)
        .tags(tags)
        .strongReference(true)
        .register(meters);
  }

  private static List<Tag> tags(Labels labels) {
    List<Tag> tags = new ArrayList<>();
    for (Label label : labels) {
      tags.add(Tag.of(label.getName(), label.getValue()));
    }
    return tags;
  }

  private static long scraped(PrometheusMeterRegistry meters, String contentType) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream(16 << 20);
    meters.scrape(out, contentType);
    return out.size();
  }

  private static long scrape(Exposition exposition, Representation how) {
    return exposition.page(how).parts().stream().mapToLong(part -> part.length).sum();
  }

  /** As the exporters of the client library do: gzip at its usual level. */
  private static long written(MetricSnapshots metrics, Representation how) throws Exception {
    byte[] page = how.format().page(metrics);
    if (!how.gzip()) {
      return page.length;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(page);
    }
    return out.size();
  }

  /** What else a Muscat tells. */
  private static PrometheusRegistry jvm() {
    PrometheusRegistry registry = new PrometheusRegistry();
    PrometheusMeterRegistry meters =
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM);
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    return registry;
  }

  private static long series(Snapshot snapshot) {
    String page =
        new String(
            ExpositionFormat.TEXT.page(
                IndexFamilies.of(snapshot.assessments(), Restricted.NOTHING)),
            StandardCharsets.UTF_8);
    return page.lines().filter(line -> !line.startsWith("#")).count();
  }

  private static void print(String what, Representation how, Cost cost) {
    String format = how.format().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    System.out.println(cost.line(what + ": " + format + (how.gzip() ? ", gzip" : "")));
  }
}
