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
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.metrics.Exposition;
import org.muscat.server.metrics.ExpositionFormat;
import org.muscat.server.metrics.IndicatorValues;
import org.muscat.server.metrics.RenderedIndex;
import org.muscat.server.metrics.Representation;

/** Scrapers at once share a page, none has one that is older than its question. */
@Timeout(60)
class SharedPagesTest {

  private static final Representation TEXT = new Representation(ExpositionFormat.TEXT, false);
  private static final Representation GZIP = new Representation(ExpositionFormat.TEXT, true);

  private final Vertx vertx = Vertx.vertx();
  private final WorkerExecutor worker = vertx.createSharedWorkerExecutor("scrapes", 2);
  private final RenderedIndex index =
      new RenderedIndex(new IndexBoard(), IndicatorValues.NONE, () -> 0);
  private final PrometheusRegistry live = new PrometheusRegistry();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
  private final SharedPages pages = new SharedPages(new Exposition(index, live), nanos::get);

  /** What the pages wait for. */
  private final BlockingQueue<Timer> timers = new LinkedBlockingQueue<>();

  /** How many pages were begun; each waits for its turn and tells which it is. */
  private final AtomicInteger begun = new AtomicInteger();

  private final Semaphore turns = new Semaphore(0);

  private volatile Duration took = Duration.ZERO;
  private volatile boolean failing;

  private record Timer(Duration time, Runnable what) {}

  {
    GaugeWithCallback.builder().name("page").help("Page").callback(this::turn).register(live);
  }

  private void turn(GaugeWithCallback.Callback gauge) {
    int page = begun.incrementAndGet();
    turns.acquireUninterruptibly();
    pass(took);
    if (failing) {
      throw new IllegalStateException("no page");
    }
    gauge.call(page);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private Future<Exposition.Page> ask(Representation how) {
    return pages.next(how, worker, (time, what) -> timers.add(new Timer(time, what)));
  }

  @AfterEach
  void close() {
    turns.release(100);
    index.close();
    vertx.close().await();
  }

  @Test
  void shouldMakeOnePageForAllWhoWaitForItsBeginning() {
    Future<Exposition.Page> first = ask(TEXT);
    await().until(() -> begun.get() == 1);

    List<Future<Exposition.Page>> later = IntStream.range(0, 20).mapToObj(i -> ask(TEXT)).toList();
    turns.release(2);

    assertThat(text(first.await())).contains("\npage 1.0\n");
    // Begun after all of them asked.
    assertThat(later).allSatisfy(page -> assertThat(text(page.await())).contains("\npage 2.0\n"));
    assertThat(begun).hasValue(2);
  }

  @Test
  void shouldMakeAnotherPageForWhoAsksInAnotherWay() {
    Future<Exposition.Page> plain = ask(TEXT);
    Future<Exposition.Page> compressed = ask(GZIP);
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

    Future<Exposition.Page> none = pages.next(TEXT, closed, this::never);
    assertThat(none.cause()).isInstanceOf(RejectedExecutionException.class);

    turns.release();
    assertThat(text(ask(TEXT).await())).contains("\npage 1.0\n");
  }

  private void never(Duration time, Runnable what) {
    throw new AssertionError("waits for " + time);
  }

  @Test
  void shouldShareThePageAfterTheRestAmongAllWhoAskedMeanwhile() throws InterruptedException {
    turns.release(2);
    took = Duration.ofMillis(10);
    ask(TEXT).await();

    List<Future<Exposition.Page>> early =
        IntStream.range(0, 20).mapToObj(i -> ask(TEXT)).collect(Collectors.toList());
    Timer timer = timers.take();
    assertThat(timer.time()).isEqualTo(Duration.ofMillis(30));
    pass(Duration.ofMillis(29));
    early.add(ask(TEXT));
    assertThat(begun).hasValue(1);

    pass(Duration.ofMillis(1));
    timer.what().run();
    assertThat(early).allSatisfy(page -> assertThat(text(page.await())).contains("\npage 2.0\n"));
    assertThat(begun).hasValue(2);
    assertThat(timers).isEmpty();
  }

  @Test
  void shouldRestOnIfATimerIsEarly() throws InterruptedException {
    turns.release(2);
    took = Duration.ofMillis(10);
    ask(TEXT).await();
    Future<Exposition.Page> second = ask(TEXT);
    Timer early = timers.take();

    pass(Duration.ofMillis(20));
    early.what().run();
    Timer rest = timers.take();
    assertThat(rest.time()).isEqualTo(Duration.ofMillis(10));
    assertThat(begun).hasValue(1);

    pass(Duration.ofMillis(10));
    rest.what().run();
    assertThat(text(second.await())).contains("\npage 2.0\n");
  }

  @Test
  void shouldKeepNobodyWaitingWhoComesAfterTheRest() {
    turns.release(2);
    took = Duration.ofMillis(10);
    pages.next(TEXT, worker, this::never).await();

    pass(Duration.ofMillis(30));
    assertThat(text(pages.next(TEXT, worker, this::never).await())).contains("\npage 2.0\n");
  }

  @Test
  void shouldNotRestLongAfterAPageThatHung() throws InterruptedException {
    turns.release();
    took = Duration.ofSeconds(2);
    ask(TEXT).await();

    ask(TEXT);
    assertThat(timers.take().time()).isEqualTo(SharedPages.LONGEST_REST);
  }

  @Test
  void shouldMakeAnotherPageBesideOneThatHangs() {
    Future<Exposition.Page> hung = ask(TEXT);
    await().until(() -> begun.get() == 1);
    Future<Exposition.Page> early = ask(TEXT);
    pass(SharedPages.PATIENCE.minusNanos(1));
    Future<Exposition.Page> later = ask(TEXT);
    assertThat(timers).isEmpty();

    pass(Duration.ofNanos(1));
    ask(GZIP);

    await().until(() -> begun.get() == 2);
    assertThat(hung.isComplete()).isFalse();
    assertThat(early).isSameAs(later);
    turns.release(3);
    assertThat(text(early.await())).containsPattern("\npage [12].0\n");
  }

  @Test
  void shouldRestWhateverRepresentationIsAskedFor() throws InterruptedException {
    turns.release(3);
    took = Duration.ofMillis(10);
    ask(TEXT).await();
    Future<Exposition.Page> compressed = ask(GZIP);
    Future<Exposition.Page> plain = ask(TEXT);

    Timer first = timers.take();
    pass(first.time());
    first.what().run();
    compressed.await();
    assertThat(plain.isComplete()).isFalse();
    Timer second = timers.take();
    assertThat(second.time()).isEqualTo(Duration.ofMillis(30));
    pass(second.time());
    second.what().run();
    assertThat(text(plain.await())).contains("\npage 3.0\n");
  }

  @Test
  void shouldGoOnAfterAPageThatCouldNotBeMade() throws InterruptedException {
    turns.release(2);
    took = Duration.ofMillis(10);
    failing = true;
    assertThatThrownBy(() -> ask(TEXT).await()).hasMessage("no page");

    failing = false;
    Future<Exposition.Page> next = ask(TEXT);
    Timer timer = timers.take();
    pass(timer.time());
    timer.what().run();
    assertThat(text(next.await())).contains("\npage 2.0\n");
  }

  private static String text(Exposition.Page page) {
    return page.parts().stream()
        .map(part -> new String(part, StandardCharsets.ISO_8859_1))
        .collect(Collectors.joining());
  }
}
