package org.muscat.server.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names that a Muscat on the loopback answers to: a page of another name that was made to point
 * at this machine gets nothing. Elsewhere any name will do. Immutable.
 */
final class Hosts {

  private static final Set<String> OF_THE_LOOPBACK = Set.of("localhost", "::1", "[::1]");

  private final boolean limited;
  private final Set<String> more;

  private Hosts(boolean limited, Set<String> more) {
    this.limited = limited;
    this.more = more;
  }

  /**
   * Names of a server.
   *
   * @param listening what it listens on
   * @param more names that it has, besides those of the loopback
   */
  static Hosts of(String listening, List<String> more) {
    return new Hosts(
        isLoopback(listening.toLowerCase(Locale.ROOT)),
        more.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
  }

  /**
   * Lets only those pass that ask for this server.
   *
   * @throws Refusal if it is another that is asked for
   */
  void check(HttpServerRequest request) {
    @Nullable HostAndPort authority = limited ? request.authority() : null;
    if (authority == null) {
      return;
    }
    String host = authority.host().toLowerCase(Locale.ROOT);
    if (!isLoopback(host) && !more.contains(host)) {
      throw Refusal.misdirected(
          "this Muscat listens on the loopback and is not '"
              + host
              + "'; name it in listen.hosts if a proxy asks by that name");
    }
  }

  /** What listens on such an address is reached from this machine only. */
  static boolean isLoopback(String host) {
    return OF_THE_LOOPBACK.contains(host)
        || host.endsWith(".localhost")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }
}
