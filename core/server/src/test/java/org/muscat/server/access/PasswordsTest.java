package org.muscat.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCrypt;

class PasswordsTest {

  private static final long MINUTE = 60_000_000_000L;
  private static final Map<String, String> USERS =
      Map.of(
          "alice", BCrypt.hashpw("right", BCrypt.gensalt(5)),
          "bob", BCrypt.hashpw("other", BCrypt.gensalt(4)));

  private final AtomicLong now = new AtomicLong();
  private Vertx vertx;
  private Passwords passwords;
  private BoundedWork work;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    work = new BoundedWork(vertx.createSharedWorkerExecutor("credentials", 2), 4);
    passwords = new Passwords(work, now::get, new byte[32]);
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void shouldKnowRightFromWrong() {
    assertThat(verify("alice", "right")).isTrue();
    assertThat(verify("alice", "wrong")).isFalse();
    assertThat(verify("bob", "right")).isFalse();
    assertThat(verify("carol", "right")).isFalse();
  }

  @Test
  void shouldDoTheSameWorkForAnUnknownUser() {
    verify("alice", "wrong");
    long known = passwords.hashed();
    verify("carol", "wrong");

    assertThat(known).isEqualTo(1);
    assertThat(passwords.hashed()).isEqualTo(2);
  }

  @Test
  void shouldRememberWhatWasRightForAWhile() {
    verify("alice", "right");

    assertThat(passwords.isRemembered(USERS, "alice", "right")).isTrue();
    assertThat(passwords.isRemembered(USERS, "alice", "wrong")).isFalse();
    now.addAndGet(11 * MINUTE);
    assertThat(passwords.isRemembered(USERS, "alice", "right")).isFalse();
  }

  @Test
  void shouldNotRememberWhatWasWrong() {
    verify("alice", "wrong");
    verify("carol", "wrong");

    assertThat(passwords.isRemembered(USERS, "alice", "wrong")).isFalse();
    assertThat(passwords.isRemembered(USERS, "carol", "wrong")).isFalse();
  }

  @Test
  void shouldForgetAUserWhoIsGoneOrHasAnotherPassword() {
    verify("alice", "right");

    assertThat(passwords.isRemembered(Map.of(), "alice", "right")).isFalse();
    assertThat(
            passwords.isRemembered(
                Map.of("alice", BCrypt.hashpw("right", BCrypt.gensalt(4))), "alice", "right"))
        .isFalse();
  }

  @Test
  void shouldAskOnceForWhatIsAskedTwice() {
    Future<Boolean> one = passwords.verify(USERS, "alice", "right");
    Future<Boolean> two = passwords.verify(USERS, "alice", "right");

    assertThat(join(one)).isTrue();
    assertThat(join(two)).isTrue();
    assertThat(passwords.hashed()).isLessThanOrEqualTo(2);
  }

  @Test
  void shouldNotLetTooManyWait() {
    CountDownLatch gate = new CountDownLatch(1);
    List<Future<?>> blocking = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      blocking.add(
          work.run(
              () -> {
                gate.await();
                return true;
              }));
    }

    assertThatThrownBy(() -> join(passwords.verify(USERS, "alice", "right")))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(Refusal.class)
        .extracting(refusal -> ((Refusal) refusal).status())
        .isEqualTo(503);
    gate.countDown();
    blocking.forEach(PasswordsTest::join);
    assertThat(verify("alice", "right")).isTrue();
  }

  private boolean verify(String user, String password) {
    return join(passwords.verify(USERS, user, password));
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
