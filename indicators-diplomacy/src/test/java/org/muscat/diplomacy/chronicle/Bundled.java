package org.muscat.diplomacy.chronicle;

import java.time.Instant;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;
import org.muscat.testkit.History;

/** The chronicle inside the plugin, for the tests. */
final class Bundled {

  private Bundled() {}

  static History history() throws FeedException {
    ChronicleFeed feed = new ChronicleFeed("gulf", new BundledChronicle("gulf"));
    return new History().add(feed.fetch(FetchRequest.first(Instant.MAX)).observations());
  }
}
