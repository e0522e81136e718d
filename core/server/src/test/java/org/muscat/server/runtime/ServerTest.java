package org.muscat.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.config.ConfigException;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.muscat.server.http.ListenAddress;

@Timeout(60)
class ServerTest {

  private static final String OURS =
      "^(ticks|schedule-.*|feed-.*|plugin-.*|queries.*|health.*|vert\\.x-.*)";

  @TempDir Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private Home home;
  private final List<Thread> threadsBefore = ours();

  @BeforeEach
  void home() throws IOException {
    home = Home.in(folder);
  }

  @Test
  void shouldEndSoonWithAFeedThatHangsAndLeaveNoThread() throws IOException {
    home.feed("hang");
    Running server = Running.start(home.open(), Clock.systemUTC()).ready();
    await().until(() -> ours().stream().anyMatch(thread -> thread.getName().equals("feed-drop")));

    long start = System.nanoTime();
    server.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertNoThreadIsLeft();
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldLeaveNothingBehindWhenItFailsAfterItListens() throws Exception {
    home.feed("test/one,2025-01-01T00:00:00Z,1");
    Session session = home.open();
    execute(session, "DROP TABLE scheduled_tasks");

    assertThatThrownBy(() -> Running.start(session, Clock.systemUTC()))
        .hasStackTraceContaining("scheduled_tasks");

    assertNoThreadIsLeft();
    assertThat(home.data().resolve("muscat.db-wal")).doesNotExist();
  }

  @Test
  void shouldLeaveNoFeedBehindThatCannotBeRun() throws Exception {
    home.feed("test/one,2025-01-01T00:00:00Z,1");
    Session session = home.open();
    execute(session, "DROP TABLE \"fetch\"");

    assertThatThrownBy(() -> session.configuredFeeds()).hasMessageContaining("cannot read fetches");

    await().until(() -> ours().stream().noneMatch(one -> one.getName().equals("feed-drop")));
    session.close();
  }

  @Test
  void shouldLeaveNoStoreOpenWhenTheQuarantineCannotBeRead() throws IOException {
    home.open().close();
    Files.writeString(home.data().resolve("quarantine.properties"), "acme=\\u00zz");

    assertThatThrownBy(() -> home.open())
        .hasMessageContaining("nobody knows what is in quarantine");

    assertThat(home.data().resolve("muscat.db-wal")).doesNotExist();
  }

  private static void execute(Session session, String sql) throws SQLException {
    try (Connection connection = session.store().schedule().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void shouldCloseTwiceWithoutComplaint() throws IOException {
    Running server = Running.start(home.open(), Clock.systemUTC()).ready();

    server.close();
    server.close();

    assertThat(logs.warnings()).isEmpty();
  }

  @Test
  void shouldNotBeReadyBeforeTheFirstPublishedIndex() throws Exception {
    CountDownLatch firstTick = new CountDownLatch(1);
    try (Running server = Running.start(home.open(), new GatedClock(firstTick))) {
      var ready = server.get("/-/ready");
      var index = server.get("/api/v1/theatres/north/index");
      var theatres = server.get("/api/v1/theatres");

      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).isEqualTo("not ready: nothing was published yet\n");
      assertThat(index.statusCode()).isEqualTo(503);
      assertThat(theatres.body()).contains("\"asOf\":null,\"status\":null,\"stability\":null");
      assertThat(server.get("/-/healthy").statusCode()).isEqualTo(200);
      assertThat(server.get("/metrics").body()).doesNotContain("muscat_stability");

      firstTick.countDown();
      server.ready();
    }
  }

  @Test
  void shouldNotBeReadyWhileItStops() throws Exception {
    AtomicInteger ticks = new AtomicInteger();
    CountDownLatch secondTick = new CountDownLatch(1);
    home.options("heartbeat: PT0.01S\n");
    Clock clock = new GatedClock(secondTick, ticks, 1);
    Running server = Running.start(home.open(), clock).ready();
    await().until(() -> ticks.get() > 1);

    CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
    await().until(() -> server.get("/-/ready").statusCode() == 503);
    assertThat(server.get("/-/ready").body()).isEqualTo("not ready: stopping\n");
    assertThat(server.get("/-/healthy").statusCode()).isEqualTo(200);
    secondTick.countDown();

    closing.get();
    assertNoThreadIsLeft();
  }

  @Test
  void shouldAnswerScrapesWhileQuestionsAboutThePastAreSlow() throws Exception {
    Session session = slow();
    try (Running server = Running.start(session, Clock.systemUTC()).ready()) {
      List<CompletableFuture<Integer>> slow = new ArrayList<>();
      for (int day = 1; day < 4; day++) {
        String path =
            "/api/v1/theatres/north/index?asOf=" + Instant.now().minus(Duration.ofDays(day));
        slow.add(CompletableFuture.supplyAsync(() -> server.get(path).statusCode()));
      }

      long start = System.nanoTime();
      assertThat(server.get("/metrics").statusCode()).isEqualTo(200);
      assertThat(server.get("/-/ready").statusCode()).isEqualTo(200);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
      assertThat(slow).anyMatch(question -> !question.isDone());
    }
  }

  @Test
  void shouldAnswerWhatWasAskedBeforeItStopped() throws Exception {
    Running server = Running.start(slow(), Clock.systemUTC()).ready();
    Instant asOf = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
    CompletableFuture<Integer> question =
        CompletableFuture.supplyAsync(
            () -> server.get("/api/v1/theatres/north/index?asOf=" + asOf).statusCode());
    String read = "test/one@" + asOf;
    await().until(() -> System.getProperties().stringPropertyNames().contains(read));

    server.close();

    assertThat(question.get()).isEqualTo(200);
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldSayWhereItCannotListenAndLeaveNothingOpen() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ListenAddress address = new ListenAddress("127.0.0.1", taken.getLocalPort());
      Session session = home.open();

      assertThatThrownBy(() -> Server.start(session, address, Clock.systemUTC()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("cannot listen on 127.0.0.1:" + taken.getLocalPort());
    }
    assertNoThreadIsLeft();
  }

  @Test
  void shouldLeaveNothingOpenWhenAFeedCannotBeMade() throws IOException {
    home.options("feeds: [{feed: lanes}]\n");
    Session session = home.open();
    ListenAddress address = new ListenAddress("127.0.0.1", 0);

    assertThatThrownBy(() -> Server.start(session, address, Clock.systemUTC()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no loaded plugin offers a feed 'lanes', did you mean 'lines'?");

    assertNoThreadIsLeft();
    assertThat(session.store().isWritable()).isFalse();
  }

  @Test
  void shouldWriteAnAddressOfSixGroupsInBrackets() throws IOException {
    try (Server server =
        Server.start(home.open(), new ListenAddress("::1", 0), Clock.systemUTC())) {
      assertThat(server.url()).matches("http://\\[::1]:\\d+");
    }
  }

  /** A session with a month of data and an indicator that takes its time. */
  private Session slow() throws IOException {
    home.model("test", Home.MODEL.replace("series: test/one}", "series: test/one, millis: 300}"));
    Session session = home.open();
    Instant from = Instant.now().minus(Duration.ofDays(30));
    for (String series :
        List.of("test/one", "test/two", "test/three", "test/north", "test/south")) {
      Home.points(session.store(), series, from, new double[30]);
    }
    return session;
  }

  private void assertNoThreadIsLeft() {
    await()
        .untilAsserted(
            () -> {
              List<Thread> left = ours();
              left.removeAll(threadsBefore);
              assertThat(left).extracting(Thread::getName).isEmpty();
            });
  }

  private static List<Thread> ours() {
    return new ArrayList<>(
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().matches(OURS + ".*"))
            .toList());
  }

  /** The real time, which some ticks only learn when the test lets them. */
  private static final class GatedClock extends Clock {

    private final CountDownLatch gate;
    private final AtomicInteger asked;
    private final int free;

    GatedClock(CountDownLatch gate) {
      this(gate, new AtomicInteger(), 0);
    }

    GatedClock(CountDownLatch gate, AtomicInteger asked, int free) {
      this.gate = gate;
      this.asked = asked;
      this.free = free;
    }

    @Override
    public Instant instant() {
      if (asked.incrementAndGet() > free) {
        try {
          gate.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return Clock.systemUTC().instant();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
