package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.muscat.store.JobRun.Asked;
import org.muscat.store.JobRun.State;

@ParameterizedClass
@EnumSource(Kind.class)
class JobRunsTest {

  private static final Instant SLOT = Instant.parse("2024-01-01T06:00:00Z");
  private static final Instant NOW = SLOT.plusSeconds(1);

  @Parameter private Kind kind;

  private TestDatabase database;
  private Store store;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = kind.fresh(folder);
    store = database.open();
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  private static JobRun claimed(Instant slot, String node) {
    return new JobRun(
        "morning",
        slot,
        Asked.SCHEDULE,
        "score",
        State.RUNNING,
        node,
        1,
        0,
        slot,
        null,
        null,
        0,
        0,
        0,
        0,
        2,
        "");
  }

  private static Publication publication(Instant asOf) {
    return new Publication("gulf", "m", "h", "p", asOf, 7, "1".repeat(64), null, asOf);
  }

  @Test
  void shouldGiveASlotToOneAlone() {
    assertThat(store.jobClaims().claim(claimed(SLOT, "a"))).isTrue();
    assertThat(store.jobClaims().claim(claimed(SLOT, "b"))).isFalse();

    assertThat(store.jobRuns().find("morning", SLOT)).contains(claimed(SLOT, "a"));
  }

  @Test
  void shouldGiveASlotToOneAloneOfManyThatWantItAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Boolean>> claims = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      Instant slot = SLOT.plusSeconds(i / 8);
      claims.add(threads.submit(() -> store.jobClaims().claim(claimed(slot, "any"))));
    }

    int won = 0;
    for (Future<Boolean> claim : claims) {
      won += claim.get() ? 1 : 0;
    }
    threads.shutdown();

    assertThat(won).isEqualTo(10);
  }

  @Test
  void shouldWriteEffectsTogetherWithTheSuccess() {
    JobRun run = claimed(SLOT, "a");
    store.jobClaims().claim(run);

    Optional<JobRun> done =
        store
            .jobClaims()
            .succeed(
                run,
                NOW,
                "done\nwell",
                writing -> {
                  writing.publish(List.of(publication(SLOT)));
                  return 1;
                });

    assertThat(done.orElseThrow().state()).isEqualTo(State.SUCCEEDED);
    assertThat(done.get().rows()).isEqualTo(1);
    assertThat(done.get().message()).isEqualTo("done\nwell");
    assertThat(done.get().endedAt()).isEqualTo(NOW);
    assertThat(store.publications().at("gulf", SLOT)).isPresent();
    assertThat(store.jobRuns().open("morning")).isEmpty();
  }

  @Test
  void shouldWriteNothingOfARunThatFailsWhileItWrites() {
    JobRun run = claimed(SLOT, "a");
    store.jobClaims().claim(run);

    assertThatThrownBy(
            () ->
                store
                    .jobClaims()
                    .succeed(
                        run,
                        NOW,
                        "",
                        writing -> {
                          writing.publish(List.of(publication(SLOT)));
                          throw new IllegalStateException("on the way");
                        }))
        .hasMessageContaining("on the way");

    assertThat(store.publications().at("gulf", SLOT)).isEmpty();
    assertThat(store.jobRuns().open("morning")).containsExactly(run);
  }

  @Test
  void shouldLetWhoLostARunWriteNothingMore() {
    JobRun dead = claimed(SLOT, "a");
    store.jobClaims().claim(dead);
    JobRun alive = store.jobClaims().takeOver(dead, "b", NOW).orElseThrow();

    assertThat(alive.attempt()).isEqualTo(2);
    assertThat(alive.node()).isEqualTo("b");
    assertThat(store.jobClaims().takeOver(dead, "c", NOW)).isEmpty();
    assertThat(store.jobClaims().retry(dead, NOW, "late")).isFalse();
    assertThat(store.jobClaims().fail(dead, State.FAILED, NOW, "late")).isFalse();
    assertThat(store.jobClaims().advance(dead, "gulf", SLOT, List.of())).isEmpty();
    assertThat(
            store
                .jobClaims()
                .succeed(
                    dead,
                    NOW,
                    "",
                    writing -> {
                      writing.publish(List.of(publication(SLOT)));
                      return 1;
                    }))
        .isEmpty();
    assertThat(store.publications().at("gulf", SLOT)).isEmpty();
    assertThat(store.jobClaims().succeed(alive, NOW, "", JobEffects.NONE)).isPresent();
  }

  @Test
  void shouldKeepWhatAFailedTrySaidAndWhenTheNextIs() {
    JobRun run = claimed(SLOT, "a");
    store.jobClaims().claim(run);

    assertThat(store.jobClaims().retry(run, NOW.plusSeconds(10), "no answer")).isTrue();

    JobRun waiting = store.jobRuns().open("morning").get(0);
    assertThat(waiting.state()).isEqualTo(State.WAITING);
    assertThat(waiting.failures()).isEqualTo(1);
    assertThat(waiting.notBefore()).isEqualTo(NOW.plusSeconds(10));
    JobRun again = store.jobClaims().takeOver(waiting, "b", NOW.plusSeconds(11)).orElseThrow();
    assertThat(store.jobClaims().fail(again, State.TIMED_OUT, NOW.plusSeconds(20), "slow"))
        .isTrue();
    assertThat(store.jobRuns().newest("morning").orElseThrow().state()).isEqualTo(State.TIMED_OUT);
    assertThat(store.jobRuns().newest("morning", State.SUCCEEDED)).isEmpty();
  }

  @Test
  void shouldGoOnAfterTheLastSlotThatIsNotInTheFuture() {
    Instant since = SLOT.minusSeconds(60);
    store.jobRuns().register(List.of("morning"), since);
    store.jobRuns().register(List.of("morning"), NOW);
    assertThat(store.jobRuns().last("morning", NOW)).isEqualTo(since);

    store.jobClaims().claim(claimed(SLOT, "a"));
    store.jobClaims().claim(claimed(SLOT.plus(Duration.ofDays(900)), "a"));

    assertThat(store.jobRuns().last("morning", NOW)).isEqualTo(SLOT);
    assertThat(store.jobRuns().last("unknown", NOW)).isEqualTo(NOW);
  }

  @Test
  void shouldRememberHowFarPartsAreUntilTheRunEnds() throws SQLException {
    JobRun run = claimed(SLOT, "a");
    store.jobClaims().claim(run);
    assertThat(store.jobClaims().measure(run, 0, 10)).isTrue();

    assertThat(store.jobClaims().advance(run, "gulf", SLOT.minusSeconds(9), List.of())).isPresent();
    assertThat(store.jobClaims().advance(run, "gulf", SLOT.minusSeconds(5), List.of())).isPresent();

    assertThat(store.jobRuns().parts(run)).containsEntry("gulf", SLOT.minusSeconds(5)).hasSize(1);
    store.jobClaims().succeed(run, NOW, "", JobEffects.NONE);
    assertThat(database.number("select count(*) from job_part")).isZero();
  }

  @Test
  void shouldPauseAndResume() {
    store.jobRuns().register(List.of("morning", "evening"), SLOT);

    store.jobRuns().pause("morning", NOW);
    store.jobRuns().pause("morning", NOW.plusSeconds(5));

    assertThat(store.jobRuns().paused()).containsEntry("morning", NOW).hasSize(1);
    store.jobRuns().resume("morning");
    assertThat(store.jobRuns().paused()).isEmpty();
  }

  @Test
  void shouldGiveRunsFromTheNewestOn() {
    for (int i = 0; i < 5; i++) {
      store.jobClaims().claim(claimed(SLOT.plusSeconds(i), "a"));
    }

    assertThat(store.jobRuns().before("morning", SLOT.plusSeconds(4), 2))
        .extracting(JobRun::slot)
        .containsExactly(SLOT.plusSeconds(3), SLOT.plusSeconds(2));
  }

  @Test
  void shouldNeverChangeOrLoseARunThatEnded() throws SQLException {
    JobRun run = claimed(SLOT, "a");
    store.jobClaims().claim(run);
    store.jobClaims().succeed(run, NOW, "", JobEffects.NONE);

    assertThatThrownBy(() -> execute("update job_run set message = 'x'"))
        .hasMessageContaining("never changed");
    assertThatThrownBy(() -> execute("delete from job_run")).hasMessageContaining("prune floor");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void shouldPruneOldRunsButTheNewestOfAJob() {
    for (int i = 0; i < 3; i++) {
      JobRun run = claimed(SLOT.plusSeconds(i), "a");
      store.jobClaims().claim(run);
      store.jobClaims().succeed(run, NOW, "", JobEffects.NONE);
    }

    long gone =
        store
            .pruning()
            .prune(Pruning.Subject.JOB_RUNS, SLOT.plusSeconds(100), SLOT.plusSeconds(200));

    assertThat(gone).isEqualTo(2);
    assertThat(store.jobRuns().last("morning", NOW.plusSeconds(5))).isEqualTo(SLOT.plusSeconds(2));
  }
}
