package org.muscat.server.deliver;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.muscat.host.http.HttpSettings;
import org.muscat.server.document.Documents;
import org.muscat.spi.config.Secret;

/** Makes deliveries. Safe for any thread. */
public final class Deliveries {

  private final Clock clock;
  private final RandomGenerator random;
  private final HttpSettings settings;

  /**
   * Makes deliveries that wait by a clock.
   *
   * @param random spreads the pauses between tries
   * @param settings whose certificates are trusted, and the proxy to go through
   */
  public Deliveries(Clock clock, RandomGenerator random, HttpSettings settings) {
    this.clock = clock;
    this.random = random;
    this.settings = settings;
  }

  /**
   * A file for the textfile collector of node_exporter, replaced as a whole.
   *
   * @param file in a folder that is there
   */
  public Delivery textfile(Path file) {
    return new Textfile(file);
  }

  /** A group of a Pushgateway, whose metrics are replaced. */
  public Delivery pushgateway(HttpTarget gateway, Group group) {
    return new Pushgateway(gateway, group, sender());
  }

  /**
   * Removes a group from a Pushgateway; it is no mistake if there is none.
   *
   * @throws DeliveryException if the Pushgateway did not do it
   */
  public void deleteFromPushgateway(HttpTarget gateway, Group group) {
    new Pushgateway(gateway, group, sender()).delete();
  }

  /**
   * A receiver of remote write 1.0.
   *
   * @param labels that every series gets
   */
  public Delivery remoteWrite(HttpTarget receiver, Map<String, String> labels) {
    return new RemoteWrite(receiver, labels, sender());
  }

  /**
   * A receiver of signed JSON.
   *
   * @param secret the key of the signature
   * @param documents asked when something is sent
   */
  public Delivery webhook(HttpTarget receiver, Secret secret, Supplier<Documents> documents) {
    return webhook(receiver, secret, documents, UUID::randomUUID);
  }

  /**
   * The same with ids of one's own.
   *
   * @param ids gives the id of each delivery; one that may be sent again has the same each time
   */
  public Delivery webhook(
      HttpTarget receiver, Secret secret, Supplier<Documents> documents, Supplier<UUID> ids) {
    return new Webhook(receiver, secret, documents, ids, sender());
  }

  private Sender sender() {
    return new Sender(
        new Network(settings),
        new Patience(clock, random, length -> Thread.sleep(length.toMillis() + 1)));
  }
}
