package org.muscat.server.deliver;

import org.muscat.host.http.HttpSettings;

/** Ways to targets. */
final class Senders {

  /** Nothing between, and the certificates of the Java platform. */
  static final Network PLAIN = new Network(HttpSettings.defaults("test"));

  private Senders() {}
}
