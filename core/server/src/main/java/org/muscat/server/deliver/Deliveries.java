package org.muscat.server.deliver;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.muscat.host.http.HttpSettings;
import org.muscat.server.document.Documents;
import org.muscat.server.index.Restricted;
import org.muscat.spi.config.Secret;

/** Makes deliveries. Safe for any thread. */
public final class Deliveries {

  private final Clock clock;
  private final RandomGenerator random;
  private final HttpSettings settings;
  private final Supplier<Restricted> withheld;

  /**
   * Makes deliveries that wait by a clock.
   *
   * @param random spreads the pauses between tries
   * @param settings whose certificates are trusted, and the proxy to go through
   * @param withheld of which no number leaves; asked when something is sent
   */
  public Deliveries(
      Clock clock, RandomGenerator random, HttpSettings settings, Supplier<Restricted> withheld) {
    this.clock = clock;
    this.random = random;
    this.settings = settings;
    this.withheld = withheld;
  }

  /**
   * A file for the textfile collector of node_exporter, replaced as a whole.
   *
   * @param file in a folder that is there
   */
  public Delivery textfile(Path file) {
    return new Textfile(file, withheld);
  }

  /** A group of a Pushgateway, whose metrics are replaced. */
  public Delivery pushgateway(HttpTarget gateway, Group group) {
    return new Pushgateway(gateway, group, withheld, sender());
  }

  /**
   * Removes a group from a Pushgateway; it is no mistake if there is none.
   *
   * @throws DeliveryException if the Pushgateway did not do it
   */
  public void deleteFromPushgateway(HttpTarget gateway, Group group) {
    new Pushgateway(gateway, group, withheld, sender()).delete();
  }

  /**
   * A receiver of remote write 1.0.
   *
   * @param labels that every series gets
   */
  public Delivery remoteWrite(HttpTarget receiver, Map<String, String> labels) {
    return new RemoteWrite(receiver, labels, withheld, sender());
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
