package org.muscat.server.deliver;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Restricted;
import org.muscat.server.metrics.IndexFamilies;

/**
 * What takes remote write 1.0: a Prometheus with its receiver turned on, or what came after it. The
 * timestamp of a sample is the moment that its score is about.
 */
final class RemoteWrite implements Delivery {

  private final HttpTarget receiver;
  private final SortedMap<String, String> labels;
  private final Supplier<Restricted> withheld;
  private final Sender sender;
  private WriteRequest request = new WriteRequest();

  /**
   * A receiver.
   *
   * @param labels that every series gets
   */
  RemoteWrite(
      HttpTarget receiver,
      Map<String, String> labels,
      Supplier<Restricted> withheld,
      Sender sender) {
    this.withheld = withheld;
    this.receiver = receiver;
    this.labels = new TreeMap<>(labels);
    this.sender = sender;
  }

  @Override
  public String target() {
    return "remote write " + receiver.shown();
  }

  @Override
  public void deliver(List<Assessment> assessments) {
    assessments.stream()
        .collect(
            Collectors.groupingBy(one -> one.state().asOf(), TreeMap::new, Collectors.toList()))
        .forEach(
            (asOf, some) ->
                Sample.of(IndexFamilies.of(some, withheld.get()))
                    .forEach(sample -> add(sample.with(labels).labels(), asOf, sample.value())));
  }

  /**
   * Prometheus takes nothing that is much older than its newest sample, of whatever series: so a
   * request is full before the next begins, and no moment comes after a later one.
   */
  private void add(SortedMap<String, String> series, Instant asOf, double value) {
    if (request.add(series, asOf.toEpochMilli(), value)) {
      return;
    }
    finish();
    if (!request.add(series, asOf.toEpochMilli(), value)) {
      throw new IllegalArgumentException("series " + series + " is too large for a request");
    }
  }

  @Override
  public void finish() {
    if (request.isEmpty()) {
      return;
    }
    byte[] block = request.block();
    request = new WriteRequest();
    sender.send(
        receiver
            .request()
            .header("Content-Type", "application/x-protobuf")
            .header("Content-Encoding", "snappy")
            .header("X-Prometheus-Remote-Write-Version", "0.1.0")
            .POST(HttpRequest.BodyPublishers.ofByteArray(block))
            .build());
  }
}
