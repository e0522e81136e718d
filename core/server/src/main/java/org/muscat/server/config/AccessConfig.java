package org.muscat.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may ask, and how much. Immutable.
 *
 * @param webConfig a file of TLS and users
 * @param hosts names that a Muscat on the loopback answers to, besides those of the loopback
 * @param connections at a time
 * @param requestsPerSecond from one address in the long run; 0 for any number
 * @param burst requests from one address that need not wait
 * @param openReads whether anybody may read; empty if that depends on whether there are users
 * @param operators names of users with that role
 * @param admins names of users with that role
 * @param tokens what bearer tokens must be; empty if none are taken
 */
public record AccessConfig(
    Optional<Path> webConfig,
    List<String> hosts,
    int connections,
    int requestsPerSecond,
    int burst,
    Optional<Boolean> openReads,
    Set<String> operators,
    Set<String> admins,
    Optional<Tokens> tokens) {

  static final int DEFAULT_CONNECTIONS = 4096;
  static final int DEFAULT_REQUESTS_PER_SECOND = 50;
  static final int DEFAULT_BURST = 200;

  /**
   * What bearer tokens must be.
   *
   * @param key file of the key that they are checked with
   * @param issuer who must have issued them
   * @param audience whom they must be meant for
   */
  public record Tokens(Path key, Optional<String> issuer, Optional<String> audience) {}

  public AccessConfig {
    hosts = List.copyOf(hosts);
    operators = Set.copyOf(operators);
    admins = Set.copyOf(admins);
  }

  /** Anybody may read, and nobody but the owner of the data folder may change anything. */
  public static AccessConfig defaults() {
    return new AccessConfig(
        Optional.empty(),
        List.of(),
        DEFAULT_CONNECTIONS,
        DEFAULT_REQUESTS_PER_SECOND,
        DEFAULT_BURST,
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.empty());
  }
}
