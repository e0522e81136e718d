package org.muscat.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.Running;

/** {@code muscat dev} starts a server for each change: what was must not stay. */
class StoppedServerTest {

  @TempDir private Path folder;

  @Test
  void shouldLetGoOfAllThatItHad() throws IOException {
    WeakReference<Session> session = started();

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(session.get() == null).isTrue();
            });
  }

  private WeakReference<Session> started() throws IOException {
    Session session = Home.in(folder).open();
    try (Running server = Running.start(session, Clock.systemUTC()).ready()) {
      assertThat(server.get("/api/v1/theatres").statusCode()).isEqualTo(200);
      assertThat(server.get("/metrics").statusCode()).isEqualTo(200);
    }
    return new WeakReference<>(session);
  }
}
