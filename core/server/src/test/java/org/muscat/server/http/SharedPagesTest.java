package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.metrics.Exposition;
import org.muscat.server.metrics.ExpositionFormat;
import org.muscat.server.metrics.IndicatorValues;
import org.muscat.server.metrics.RenderedIndex;
import org.muscat.server.metrics.Representation;

/** Scrapers at once share a page, none has one that is older than its question. */
class SharedPagesTest {

  private static final Representation TEXT = new Representation(ExpositionFormat.TEXT, false);
  private static final Representation GZIP = new Representation(ExpositionFormat.TEXT, true);

  private final Vertx vertx = Vertx.vertx();
  private final WorkerExecutor worker = vertx.createSharedWorkerExecutor("scrapes", 1);
  private final RenderedIndex index =
      new RenderedIndex(new IndexBoard(), IndicatorValues.NONE, () -> 0);
  private final PrometheusRegistry live = new PrometheusRegistry();
  private final SharedPages pages = new SharedPages(new Exposition(index, live));

  /** How many pages were begun; each waits for its turn and tells which it is. */
  private final AtomicInteger begun = new AtomicInteger();

  private final Semaphore turns = new Semaphore(0);

  {
    GaugeWithCallback.builder().name("page").help("Page").callback(this::turn).register(live);
  }

  private void turn(GaugeWithCallback.Callback gauge) {
    int page = begun.incrementAndGet();
    turns.acquireUninterruptibly();
    gauge.call(page);
  }

  @AfterEach
  void close() {
    turns.release(100);
    index.close();
    vertx.close().await();
  }

  @Test
  void shouldMakeOnePageForAllWhoWaitForItsBeginning() {
    Future<Exposition.Page> first = pages.next(TEXT, worker);
    await().until(() -> begun.get() == 1);

    List<Future<Exposition.Page>> later =
        IntStream.range(0, 20).mapToObj(i -> pages.next(TEXT, worker)).toList();
    turns.release(2);

    assertThat(text(first.await())).contains("\npage 1.0\n");
    // Begun after all of them asked.
    assertThat(later).allSatisfy(page -> assertThat(text(page.await())).contains("\npage 2.0\n"));
    assertThat(begun).hasValue(2);
  }

  @Test
  void shouldMakeAnotherPageForWhoAsksInAnotherWay() {
    Future<Exposition.Page> plain = pages.next(TEXT, worker);
    Future<Exposition.Page> compressed = pages.next(GZIP, worker);
    turns.release(2);

    Set<String> parts = new HashSet<>();
    parts.add(text(plain.await()));
    parts.add(text(compressed.await()));
    assertThat(parts).hasSize(2);
    assertThat(begun).hasValue(2);
  }

  @Test
  void shouldTryAgainAfterAPageThatCouldNotBeBegun() {
    WorkerExecutor closed = vertx.createSharedWorkerExecutor("closed", 1);
    closed.close().await();

    assertThatThrownBy(() -> pages.next(TEXT, closed))
        .isInstanceOf(RejectedExecutionException.class);

    turns.release();
    assertThat(text(pages.next(TEXT, worker).await())).contains("\npage 1.0\n");
  }

  private static String text(Exposition.Page page) {
    return page.parts().stream()
        .map(part -> new String(part, StandardCharsets.ISO_8859_1))
        .collect(Collectors.joining());
  }
}
