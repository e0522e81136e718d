package org.muscat.server.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.document.Documents;
import org.muscat.server.document.Json;
import org.muscat.server.feed.FeedBoard;
import org.muscat.server.fixture.Home;
import org.muscat.server.runtime.Session;

/** Questions beside ticks: nobody who asks keeps a tick waiting, or is computed for in vain. */
@Timeout(60)
class AskedTest {

  private static final Instant FIRST = Instant.parse("2021-01-01T00:00:00Z");
  private static final int DAYS = 200;

  @TempDir Path folder;

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private Session session;
  private Assessor assessor;

  @BeforeEach
  void open() throws IOException {
    session = Home.in(folder).model("test", Home.MODEL + Home.REGIME).open();
    for (String series : Home.SERIES) {
      double[] values = new double[DAYS];
      for (int day = 0; day < DAYS; day++) {
        values[day] = 40 + 30 * Math.sin(day + series.hashCode() % 9);
      }
      Home.points(session.store(), series, FIRST, values);
    }
    assessor = new Assessor(session.store(), session.plugins());
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    session.close();
  }

  @Test
  void shouldNotKeepATickWaitingForAQuestion() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    Assessor asked =
        assessor.asked(
            () -> {
              begun.countDown();
              await(gate);
            });
    Future<String> question = threads.submit(() -> said(asked, day(150)));
    begun.await();

    Future<String> tick = threads.submit(() -> said(assessor, day(190)));

    assertThat(tick.get(20, TimeUnit.SECONDS)).isEqualTo(said(anew(), day(190)));
    assertThat(question.isDone()).isFalse();
    gate.countDown();
    assertThat(question.get()).isEqualTo(said(anew(), day(150)));
  }

  @Test
  void shouldEndAQuestionThatNobodyWantsAnswered() {
    AtomicInteger calls = new AtomicInteger();
    Assessor asked =
        assessor.asked(
            () -> {
              if (calls.incrementAndGet() == 3) {
                throw new IllegalStateException("gone");
              }
            });

    int before = reads(day(179));
    assertThatThrownBy(() -> asked.assess(north(), day(180))).hasMessage("gone");
    assertThatThrownBy(() -> failing().explain(north(), day(100), day(180))).hasMessage("gone");

    assertThat(reads(day(179))).isEqualTo(before);
    assertThat(said(assessor.asked(() -> {}), day(180))).isEqualTo(said(anew(), day(180)));
  }

  @Test
  void shouldGoOnFromWhatATickHasFolded() {
    said(assessor, day(180));
    int before = reads(day(100));

    String said = said(assessor.asked(() -> {}), day(180));

    assertThat(reads(day(100))).isEqualTo(before);
    assertThat(said).isEqualTo(said(anew(), day(180)));
  }

  @Test
  void shouldSayTheSameAsTheTicksWhileMoreIsStored() throws Exception {
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int day = 20 + 4 * i;
      Assessor one = i % 2 == 0 ? assessor : assessor.asked(() -> {});
      work.add(() -> said(one, day(day)).isEmpty());
      if (i % 5 == 0) {
        work.add(
            () -> {
              Home.point(session.store(), "test/one", day(day - 9), day(day + 1), 1.0 * day);
              return false;
            });
      }
    }
    for (Future<Boolean> done : threads.invokeAll(work)) {
      assertThat(done.get()).isFalse();
    }

    for (int day = 10; day < DAYS; day += 17) {
      String fresh = said(anew(), day(day));
      assertThat(said(assessor, day(day))).isEqualTo(fresh);
      assertThat(said(assessor.asked(() -> {}), day(day))).isEqualTo(fresh);
    }
  }

  private Assessor failing() {
    return assessor.asked(
        () -> {
          throw new IllegalStateException("gone");
        });
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String said(Assessor by, Instant asOf) {
    Documents documents = new Documents(session.plugins(), new FeedBoard(), Restricted.NOTHING);
    return Json.compact(documents.index(by.assess(north(), asOf)));
  }

  private static int reads(Instant moment) {
    return Integer.getInteger("test/one@" + moment, 0);
  }

  private Assessor anew() {
    return new Assessor(session.store(), session.plugins());
  }

  private Theatre north() {
    return session.theatres().find("north").orElseThrow();
  }

  private static Instant day(long number) {
    return FIRST.plus(Duration.ofDays(number));
  }
}
