package org.muscat.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.deliver.WrittenSeries.Point;
import org.muscat.server.fixture.SetClock;
import org.muscat.server.index.Restricted;
import org.muscat.server.metrics.ExpositionFormat;
import org.muscat.server.metrics.IndexFamilies;

class RemoteWriteTest {

  private static final Map<String, String> JOB = Map.of("job", "muscat");

  @TempDir private Path folder;

  private Receiver receiver;
  private Scored scored;

  @BeforeEach
  void open() throws IOException {
    receiver = new Receiver();
    scored = new Scored(folder);
  }

  @AfterEach
  void close() {
    scored.close();
    receiver.close();
  }

  @Test
  void shouldSendEveryLineOfAScrapeWithTheMomentOfTheScore() throws IOException {
    Delivery write = write();

    write.deliver(scored.at(Scored.LAST));
    write.finish();

    List<WrittenSeries> series = sent();
    assertThat(series.stream().map(RemoteWriteTest::line).toList())
        .containsExactlyInAnyOrderElementsOf(
            new String(
                    ExpositionFormat.TEXT.page(
                        IndexFamilies.of(scored.at(Scored.LAST), Restricted.NOTHING)),
                    StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(RemoteWriteTest::normal)
                .toList());
    assertThat(series)
        .allSatisfy(
            one -> {
              assertThat(one.labels()).containsEntry("job", "muscat");
              assertThat(new ArrayList<>(one.labels().keySet())).isSorted();
              assertThat(one.points())
                  .extracting(Point::millis)
                  .containsExactly(Scored.LAST.toEpochMilli());
            });
  }

  @Test
  void shouldSayWhichProtocolItSpeaks() {
    Delivery write = write();

    write.deliver(scored.at(Scored.LAST));
    write.finish();

    Receiver.Request request = receiver.requests().get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/api/v1/write");
    assertThat(request.header("Content-Encoding")).isEqualTo("snappy");
    assertThat(request.header("Content-Type")).isEqualTo("application/x-protobuf");
    assertThat(request.header("X-Prometheus-Remote-Write-Version")).isEqualTo("0.1.0");
    assertThat(request.header("User-Agent")).startsWith("muscat/");
  }

  @Test
  void shouldSendManyMomentsInFewRequestsAndInTheOrderOfTime() throws IOException {
    Delivery write = write();
    List<Instant> moments = new ArrayList<>();
    for (int day = 20; day < 44; day++) {
      moments.add(Scored.FIRST.plus(Duration.ofDays(day)));
    }

    moments.forEach(moment -> write.deliver(scored.at(moment)));
    write.finish();

    assertThat(receiver.requests()).hasSizeLessThan(moments.size());
    List<Long> millis =
        sent().stream()
            .filter(one -> one.labels().get("__name__").equals("muscat_stability_ratio"))
            .filter(one -> one.labels().get("theatre").equals("north"))
            .flatMap(one -> one.points().stream().map(Point::millis))
            .toList();
    assertThat(millis)
        .containsExactlyElementsOf(moments.stream().map(Instant::toEpochMilli).toList());
  }

  /** Prometheus calls the rest of a request out of bounds once it has seen a later one. */
  @Test
  void shouldSendNoMomentAfterALaterOne() throws IOException {
    Delivery write = write();
    for (int day = 20; day < 44; day++) {
      write.deliver(scored.at(Scored.FIRST.plus(Duration.ofDays(day))));
    }
    write.finish();

    long newest = Long.MIN_VALUE;
    for (Receiver.Request request : receiver.requests()) {
      List<Long> millis =
          WrittenSeries.of(request.body()).stream()
              .flatMap(one -> one.points().stream().map(Point::millis))
              .sorted()
              .toList();
      assertThat(millis.get(0)).isGreaterThanOrEqualTo(newest);
      newest = millis.get(millis.size() - 1);
    }
    assertThat(receiver.requests()).hasSizeGreaterThan(1);
  }

  private Delivery write() {
    Patience patience = new Patience(new SetClock(() -> Scored.LAST), new Random(1), length -> {});
    HttpTarget target = HttpTarget.of(receiver.url() + "/api/v1/write", Optional.empty());
    return new RemoteWrite(
        target, JOB, () -> Restricted.NOTHING, new Sender(Senders.PLAIN, patience));
  }

  private List<WrittenSeries> sent() throws IOException {
    List<WrittenSeries> all = new ArrayList<>();
    for (Receiver.Request request : receiver.requests()) {
      all.addAll(WrittenSeries.of(request.body()));
    }
    return all;
  }

  /** A line of the text format with its labels sorted and its value as Java writes it. */
  private static String normal(String line) {
    int open = line.indexOf('{');
    int close = line.lastIndexOf('}');
    String labels =
        Arrays.stream(line.substring(open + 1, close).split(","))
            .sorted()
            .collect(Collectors.joining(",", "{", "} "));
    return line.substring(0, open) + labels + Double.parseDouble(line.substring(close + 1));
  }

  /** The same of a series, without the label that was added. */
  private static String line(WrittenSeries series) {
    String labels =
        series.labels().entrySet().stream()
            .filter(one -> !one.getKey().equals("__name__") && !one.getKey().equals("job"))
            .map(one -> one.getKey() + "=\"" + one.getValue() + '"')
            .collect(Collectors.joining(",", "{", "}"));
    double value = series.points().get(0).value();
    return series.labels().get("__name__") + labels + " " + Double.toString(value);
  }
}
