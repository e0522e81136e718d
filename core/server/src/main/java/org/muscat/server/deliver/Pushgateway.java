package org.muscat.server.deliver;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.function.Supplier;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Restricted;
import org.muscat.server.metrics.ExpositionFormat;
import org.muscat.server.metrics.IndexFamilies;

/** A Pushgateway: it keeps what it was given last until Prometheus asks for it. */
final class Pushgateway implements Delivery {

  private final HttpTarget gateway;
  private final URI group;
  private final Supplier<Restricted> withheld;
  private final Sender sender;

  Pushgateway(HttpTarget gateway, Group group, Supplier<Restricted> withheld, Sender sender) {
    this.withheld = withheld;
    this.gateway = gateway;
    this.group = URI.create(gateway.uri().toString().replaceAll("/+$", "") + group.path());
    this.sender = sender;
  }

  @Override
  public String target() {
    return "Pushgateway " + group;
  }

  /** Replaces all that the group holds: what is not known any more is gone there, too. */
  @Override
  public void deliver(List<Assessment> assessments) {
    byte[] page = ExpositionFormat.TEXT.page(IndexFamilies.of(assessments, withheld.get()));
    sender.send(
        gateway
            .request(group)
            .header("Content-Type", ExpositionFormat.TEXT.contentType())
            .PUT(HttpRequest.BodyPublishers.ofByteArray(page))
            .build());
  }

  /** Removes the group. */
  void delete() {
    sender.send(gateway.request(group).DELETE().build());
  }
}
