package org.muscat.server.http;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the server listens; with port 0 the port is known once it is bound. */
public final class ListenAddress {

  private static final int UNBOUND = -1;

  private final String host;
  private final int port;
  private final AtomicInteger actual = new AtomicInteger(UNBOUND);

  public ListenAddress(String host, int port) {
    this.host = host;
    this.port = port;
  }

  public String host() {
    return host;
  }

  /** The port asked for; 0 for any. */
  public int port() {
    return port;
  }

  /** Host and port as they stand in a URL: an IPv6 address in brackets. */
  public String authority(int ofPort) {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + ofPort;
  }

  void bound(int actualPort) {
    actual.set(actualPort);
  }

  /** The port that the server has; empty before it listens. */
  public OptionalInt actualPort() {
    int bound = actual.get();
    return bound == UNBOUND ? OptionalInt.empty() : OptionalInt.of(bound);
  }
}
