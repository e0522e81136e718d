package org.muscat.server.deliver;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.muscat.server.document.Documents;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.document.Json;
import org.muscat.server.index.Assessment;
import org.muscat.spi.config.Secret;

/** Whatever takes a JSON document by POST. It is signed, so that the receiver knows who sent it. */
final class Webhook implements Delivery {

  private final HttpTarget receiver;
  private final Secret secret;
  private final Supplier<Documents> documents;
  private final Supplier<UUID> ids;
  private final Sender sender;

  /**
   * What is sent.
   *
   * @param delivery the same each time that it is tried again; the receiver knows by it what it has
   *     already
   * @param event what happened; there is one kind so far
   * @param scores as the API serves them
   */
  record Message(String delivery, String event, List<IndexDocument> scores) {}

  /**
   * A receiver.
   *
   * @param secret the key of the signature
   * @param documents asked when something is sent
   * @param ids gives each delivery its own
   */
  Webhook(
      HttpTarget receiver,
      Secret secret,
      Supplier<Documents> documents,
      Supplier<UUID> ids,
      Sender sender) {
    this.receiver = receiver;
    this.secret = secret;
    this.documents = documents;
    this.ids = ids;
    this.sender = sender;
  }

  @Override
  public String target() {
    return "webhook " + receiver.shown();
  }

  @Override
  public void deliver(List<Assessment> assessments) {
    String delivery = ids.get().toString();
    List<IndexDocument> scores = assessments.stream().map(documents.get()::index).toList();
    byte[] body =
        Json.compact(new Message(delivery, "score", scores)).getBytes(StandardCharsets.UTF_8);
    sender.send(
        receiver
            .request()
            .header("Content-Type", "application/json")
            .header("Muscat-Delivery", delivery)
            .header("Muscat-Signature", Signature.of(body, secret))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }
}
