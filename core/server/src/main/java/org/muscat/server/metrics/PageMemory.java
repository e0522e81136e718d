package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one page leaves for the next, which has the same series but for few: with it the next is
 * made in less time, and is the same. Not safe for several threads.
 */
final class PageMemory {

  private final PointOrders orders = new PointOrders();
  private final KnownLabels labels = new KnownLabels();
  private final Map<ExpositionFormat, TextTemplate> templates =
      new EnumMap<>(ExpositionFormat.class);

  PointOrders orders() {
    return orders;
  }

  KnownLabels labels() {
    return labels;
  }

  /**
   * The metrics as a part of a page.
   *
   * @param bytes how long it will be, about
   */
  byte[] part(ExpositionFormat format, MetricSnapshots metrics, int bytes) {
    Optional<byte[]> again =
        Optional.ofNullable(templates.get(format)).flatMap(template -> template.text(metrics));
    return again.orElseGet(() -> first(format, metrics, bytes));
  }

  private byte[] first(ExpositionFormat format, MetricSnapshots metrics, int bytes) {
    templates.remove(format);
    byte[] part = format.part(metrics, bytes);
    if (format.isText()) {
      TextTemplate.of(part, metrics).ifPresent(template -> templates.put(format, template));
    }
    return part;
  }
}
