package org.muscat.server.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at the start who can reach Muscat without TLS or without a name. */
final class Exposure {

  private static final Logger LOG = LoggerFactory.getLogger(Exposure.class);

  private Exposure() {}

  static void tell(String host, Loaded loaded, boolean openReads) {
    if (Hosts.isLoopback(host)) {
      return;
    }
    if (loaded.tls().isEmpty()) {
      LOG.atWarn()
          .addKeyValue("event", "listening-unencrypted")
          .addKeyValue("host", host)
          .log(
              "others than this machine can reach Muscat, and nothing is encrypted: passwords and"
                  + " tokens can be read on the way; see docs/security.md");
    }
    if (openReads) {
      LOG.atWarn()
          .addKeyValue("event", "listening-open")
          .addKeyValue("host", host)
          .log(
              "whoever can reach Muscat may read everything; see access.reads in"
                  + " docs/security.md");
    }
  }
}
