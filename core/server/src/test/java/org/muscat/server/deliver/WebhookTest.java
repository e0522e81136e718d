package org.muscat.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.document.Json;
import org.muscat.server.fixture.SetClock;
import org.muscat.spi.config.Secret;

class WebhookTest {

  private static final UUID ID = new UUID(1, 2);
  private static final Secret KEY = Secret.of("${env:KEY}", () -> "a key");

  @TempDir private Path folder;

  @Test
  void shouldSendTheSameSignedDeliveryAgain() throws IOException {
    try (Receiver receiver = new Receiver();
        Scored scored = new Scored(folder)) {
      receiver.answer(502, "").answer(202, "");

      webhook(receiver, scored).deliver(scored.at(Scored.LAST));

      assertThat(receiver.requests()).hasSize(2);
      Receiver.Request first = receiver.requests().get(0);
      Receiver.Request second = receiver.requests().get(1);
      assertThat(second.body()).isEqualTo(first.body());
      assertThat(second.header("Muscat-Delivery")).isEqualTo(ID.toString());
      assertThat(second.header("Muscat-Signature"))
          .isEqualTo(first.header("Muscat-Signature"))
          .isEqualTo(Signature.of(first.body(), KEY));
      assertThat(first.header("Content-Type")).isEqualTo("application/json");
    }
  }

  @Test
  void shouldHoldTheDocumentsOfTheApiAndTheDelivery() throws IOException {
    try (Receiver receiver = new Receiver();
        Scored scored = new Scored(folder)) {

      webhook(receiver, scored).deliver(scored.at(Scored.LAST));

      JsonNode message = new ObjectMapper().readTree(receiver.requests().get(0).body());
      assertThat(message.get("delivery").asText()).isEqualTo(ID.toString());
      assertThat(message.get("event").asText()).isEqualTo("score");
      assertThat(message.get("scores")).hasSize(2);
      assertThat(message.at("/scores/0"))
          .isEqualTo(
              new ObjectMapper()
                  .readTree(Json.compact(scored.documents().index(scored.at(Scored.LAST).get(0)))));
    }
  }

  private static Webhook webhook(Receiver receiver, Scored scored) {
    return new Webhook(
        HttpTarget.of(receiver.url() + "/hook", Optional.empty()),
        KEY,
        scored::documents,
        () -> ID,
        new Sender(
            Senders.PLAIN,
            new Patience(new SetClock(() -> Scored.LAST), new Random(1), length -> {})));
  }
}
