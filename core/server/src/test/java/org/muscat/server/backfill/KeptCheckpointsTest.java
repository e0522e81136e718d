package org.muscat.server.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.document.Documents;
import org.muscat.server.document.Json;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Theatre;
import org.muscat.server.runtime.Session;
import org.muscat.store.StoredState;

/** Stores that only a server fills. */
@Timeout(120)
class KeptCheckpointsTest {

  private static final int DAYS = 400;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MORNING = Duration.ofHours(6);

  /** A back-fill stores a checkpoint of each 32nd day since 1970. */
  private static final long EVERY = Duration.ofDays(32).toMillis();

  @TempDir Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private Home home(String name, int days) throws IOException {
    Home home = Home.in(Files.createDirectories(folder.resolve(name)));
    home.model("test", Home.MODEL + Home.REGIME);
    try (Session session = home.open()) {
      Random random = new Random(3);
      for (String series :
          List.of("test/one", "test/two", "test/three", "test/north", "test/south")) {
        Home.points(
            session.store(),
            series,
            now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(days)).plus(MORNING),
            random.doubles(days, 10, 90).toArray());
      }
    }
    return home;
  }

  /** The newest moment that is old enough for what moved the index in a week. */
  private Instant wanted() {
    Instant last = now.minus(WEEK).minusNanos(1).truncatedTo(ChronoUnit.DAYS);
    return Instant.ofEpochMilli(last.toEpochMilli() / EVERY * EVERY);
  }

  private static List<StoredState> states(Session session, String theatre) {
    List<StoredState> states = new ArrayList<>();
    session.store().indexStates().forEach(theatre, Instant.MIN, Instant.MAX, states::add);
    return states;
  }

  private static Backfill backfill(Session session) {
    return session.injector().getInstance(Backfill.class);
  }

  private static String score(Session session, Theatre theatre, Instant asOf) {
    Assessor assessor = session.injector().getInstance(Assessor.class);
    Documents documents = session.injector().getInstance(Documents.class);
    return Json.compact(documents.whole(assessor.assess(theatre, asOf)));
  }

  @Test
  void shouldStoreWhatABackFillWould() throws IOException {
    try (Session served = home("served", DAYS).open()) {
      Running server = Running.start(served, Clock.systemUTC());
      try (server) {
        server.ready();
        await().atMost(Duration.ofSeconds(30)).until(() -> states(served, "south").size() == 1);
      }
    }
    try (Session served = reopened("served").open();
        Session filled = home("filled", DAYS).open()) {
      Theatre north = filled.theatres().find("north").orElseThrow();
      backfill(filled)
          .run(
              north,
              wanted().minus(Duration.ofDays(100)),
              now,
              1,
              Clock.systemUTC(),
              done -> {},
              point -> {});
      StoredState whole =
          states(filled, "north").stream()
              .filter(state -> state.asOf().equals(wanted()))
              .findFirst()
              .orElseThrow();

      assertThat(states(served, "north"))
          .singleElement()
          .usingRecursiveComparison()
          .ignoringFields("recordedAt")
          .isEqualTo(whole);
      assertThat(whole.checkpoint()).isNotNull();
    }
  }

  private Home reopened(String name) throws IOException {
    return Home.in(folder.resolve(name)).model("test", Home.MODEL + Home.REGIME);
  }

  @Test
  void shouldGiveTheSameScoreFromItAsFromTheBeginning() throws IOException {
    Home home = home("a", DAYS);
    String before;
    try (Session session = home.open()) {
      before = score(session, session.theatres().find("north").orElseThrow(), now);
    }
    try (Session session = home.open()) {
      Theatre north = session.theatres().find("north").orElseThrow();
      assertThat(backfill(session).keepCheckpoint(north, now, Clock.systemUTC()))
          .contains(wanted());
      assertThat(backfill(session).keepCheckpoint(north, now, Clock.systemUTC())).isEmpty();
    }
    try (Session session = home.open()) {
      Theatre north = session.theatres().find("north").orElseThrow();

      assertThat(score(session, north, now)).isEqualTo(before);
      assertThat(states(session, "north")).hasSize(1);
    }
  }

  @Test
  void shouldStoreAnotherWhenSomethingLateCame() throws IOException {
    try (Session session = home("a", DAYS).open()) {
      Theatre north = session.theatres().find("north").orElseThrow();
      Backfill backfill = backfill(session);
      assertThat(backfill.keepCheckpoint(north, now, Clock.systemUTC())).isPresent();
      Instant late = wanted().minusSeconds(3_600);

      Home.point(session.store(), "test/one", late, late, 11);

      assertThat(backfill.keepCheckpoint(north, now, Clock.systemUTC())).contains(wanted());
      assertThat(backfill.keepCheckpoint(north, now, Clock.systemUTC())).isEmpty();
      List<StoredState> states = states(session, "north");
      assertThat(states).hasSize(2);
      assertThat(states.get(1).checkpoint()).isNotEqualTo(states.get(0).checkpoint());
    }
  }

  @Test
  void shouldStoreNothingTwiceThatSomethingLateLeftAsItWas() throws IOException {
    try (Session session = home("a", DAYS).open()) {
      Theatre north = session.theatres().find("north").orElseThrow();
      Backfill backfill = backfill(session);
      assertThat(backfill.keepCheckpoint(north, now, Clock.systemUTC())).isPresent();
      Instant late = wanted().minus(Duration.ofDays(3)).plusSeconds(3_600);

      Home.point(session.store(), "test/one", late, late, 11);

      assertThat(backfill.keepCheckpoint(north, now, Clock.systemUTC())).contains(wanted());
      assertThat(backfill.keepCheckpoint(north, now, Clock.systemUTC())).isEmpty();
      assertThat(states(session, "north")).hasSize(1);
    }
  }

  @Test
  void shouldStoreNothingOfATheatreThatIsYoung() throws IOException {
    try (Session session = home("a", 3).open()) {
      Theatre north = session.theatres().find("north").orElseThrow();

      assertThat(backfill(session).keepCheckpoint(north, now, Clock.systemUTC())).isEmpty();

      assertThat(states(session, "north")).isEmpty();
    }
  }
}
