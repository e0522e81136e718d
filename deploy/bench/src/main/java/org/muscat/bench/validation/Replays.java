package org.muscat.bench.validation;

import java.nio.file.Path;
import org.muscat.server.index.Theatre;
import org.muscat.server.runtime.Installation;
import org.muscat.server.runtime.Session;

/** Opens the distribution over a filled store. */
final class Replays {

  private Replays() {}

  /** A session of the distribution that {@code muscat.home} names. */
  static Session open(Path config, Path data) {
    return Session.open(config, Installation.running().plugins(), data, "muscat.db");
  }

  /** A theatre of the configuration. */
  static Theatre theatre(Session session, String id) {
    return session
        .theatres()
        .find(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no theatre '" + id + "'"));
  }
}
