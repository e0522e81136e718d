package org.muscat.server.runtime;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Names this process among those that share a store. */
final class Node {

  private static final int BYTES = 3;

  private Node() {}

  /** The host, the process, and what no process before it had: {@code muscat-0/17/a1b2c3}. */
  static String name() {
    byte[] chance = new byte[BYTES];
    new SecureRandom().nextBytes(chance);
    return host() + "/" + ProcessHandle.current().pid() + "/" + HexFormat.of().formatHex(chance);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // A host without a name has the process and the chance to be known by.
      return "localhost";
    }
  }
}
