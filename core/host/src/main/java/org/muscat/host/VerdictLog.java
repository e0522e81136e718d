package org.muscat.host;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Writes each verdict to the log, once. */
final class VerdictLog {

  private static final Logger log = LoggerFactory.getLogger(VerdictLog.class);

  private VerdictLog() {}

  static void write(Verdict verdict) {
    log.atLevel(verdict.status() == Status.ACTIVE ? Level.INFO : Level.WARN)
        .addKeyValue("event", "plugin-verdict")
        .addKeyValue("plugin", verdict.plugin())
        .addKeyValue("location", verdict.location())
        .addKeyValue("version", verdict.version())
        .addKeyValue("status", verdict.status())
        .addKeyValue("code", verdict.code())
        .addKeyValue("cause", verdict.cause())
        .addKeyValue("fix", verdict.fix())
        .log("plugin verdict");
  }
}
