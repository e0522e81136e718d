package org.muscat.diplomacy.chronicle;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;
import org.muscat.testkit.History;

/** The chronicle inside the plugin, for the tests. */
final class Bundled {

  private static final Instant READ = Instant.parse("2026-11-27T00:00:00Z");

  private Bundled() {}

  static History history() throws FeedException {
    ChronicleFeed feed =
        new ChronicleFeed("gulf", new BundledChronicle("gulf"), Clock.fixed(READ, ZoneOffset.UTC));
    return new History().add(feed.fetch(FetchRequest.first(Instant.MAX)).observations());
  }
}
