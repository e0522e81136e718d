package org.muscat.server.runtime;

import org.muscat.host.config.Problem;
import org.muscat.host.config.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what still works in a configuration and should be changed. */
final class Warnings {

  private static final Logger LOG = LoggerFactory.getLogger(Warnings.class);

  private Warnings() {}

  static void log(Problems problems) {
    for (Problem warning : problems.warnings()) {
      LOG.atWarn()
          .addKeyValue("event", "config-deprecated")
          .addKeyValue("file", warning.file())
          .addKeyValue("line", warning.line())
          .addKeyValue("option", warning.path())
          .addKeyValue("warning", warning.message())
          .log("configuration to be changed");
    }
  }
}
