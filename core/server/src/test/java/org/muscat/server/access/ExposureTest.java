package org.muscat.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.server.config.AccessConfig;
import org.muscat.server.fixture.Asking;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;

class ExposureTest {

  @TempDir Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "muscat.example"})
  void shouldWarnOfAServerThatOthersReach(String host) {
    open(host);

    assertThat(logs.events("listening-unencrypted")).hasSize(1);
    assertThat(logs.events("listening-open")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
  void shouldSayNothingOfTheLoopback(String host) {
    open(host);

    assertThat(logs.warnings()).isEmpty();
  }

  @Test
  void shouldAskForNoPasswordWhereThereAreNone() throws Exception {
    try (Running server = Running.start(Home.in(folder).open(), Clock.systemUTC())) {
      assertThat(
              Asking.of(server.url()).post("/-/reload", "").headers().allValues("www-authenticate"))
          .containsExactly("Bearer");
    }
  }

  private void open(String host) {
    Access.open(AccessConfig.defaults(), host, folder, vertx, Clock.systemUTC()).close();
  }
}
