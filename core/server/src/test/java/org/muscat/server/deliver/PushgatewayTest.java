package org.muscat.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.SetClock;
import org.muscat.spi.config.Secret;

class PushgatewayTest {

  private static final Group GROUP = new Group("muscat", Map.of("desk", "gulf"));

  @TempDir private Path folder;

  @Test
  void shouldPutTheMetricsIntoTheGroup() throws IOException {
    try (Receiver receiver = new Receiver();
        Scored scored = new Scored(folder)) {

      pushgateway(receiver).deliver(scored.at(Scored.LAST));

      Receiver.Request request = receiver.requests().get(0);
      assertThat(request.method()).isEqualTo("PUT");
      assertThat(request.path()).isEqualTo("/base/metrics/job/muscat/desk/gulf");
      assertThat(request.header("Content-Type")).startsWith("text/plain; version=0.0.4");
      assertThat(request.header("Authorization")).isEqualTo("Basic bWU6c2VjcmV0");
      assertThat(request.text()).contains("\nmuscat_stability_ratio{").doesNotContain("# EOF");
    }
  }

  @Test
  void shouldRemoveTheGroup() throws IOException {
    try (Receiver receiver = new Receiver()) {
      receiver.answer(202, "");

      pushgateway(receiver).delete();

      assertThat(receiver.requests())
          .singleElement()
          .satisfies(one -> assertThat(one.method()).isEqualTo("DELETE"))
          .satisfies(one -> assertThat(one.path()).isEqualTo("/base/metrics/job/muscat/desk/gulf"));
    }
  }

  private static Pushgateway pushgateway(Receiver receiver) {
    Credentials me = new Credentials("me", Secret.of("${env:P}", () -> "secret"));
    return new Pushgateway(
        HttpTarget.of(receiver.url() + "/base/", Optional.of(me)),
        GROUP,
        new Sender(
            Senders.PLAIN,
            new Patience(new SetClock(() -> Scored.LAST), new Random(1), length -> {})));
  }
}
