package org.muscat.server.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from. Immutable.
 *
 * @param host the address as text
 * @param key what limits go by: an IPv4 address, or the network of 64 bits of an IPv6 one
 * @param loopback whether it is of this machine
 */
public record Address(String host, String key, boolean loopback) {

  private static final int NETWORK_BYTES = 8;
  private static final int V4_BYTES = 4;

  /** Of whoever sends a request. */
  public static Address of(HttpServerRequest request) {
    @Nullable SocketAddress remote = request.remoteAddress();
    String host = remote == null ? null : remote.hostAddress();
    return host == null ? new Address("unknown", "unknown", false) : of(host);
  }

  /** An address as text; no name is looked up. */
  public static Address of(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      byte[] bytes = address.getAddress();
      String key =
          bytes.length == V4_BYTES
              ? address.getHostAddress()
              : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES));
      return new Address(host, key, address.isLoopbackAddress());
    } catch (UnknownHostException e) {
      return new Address(host, host, false);
    }
  }
}
