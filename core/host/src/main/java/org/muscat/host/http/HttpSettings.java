package org.muscat.host.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muscat.spi.config.Secret;

/**
 * How the host goes about in the network. Immutable.
 *
 * @param userAgent how it introduces itself, such as {@code muscat/0.1.0}
 * @param requestsPerSecond to one host in the long run, positive
 * @param burst requests to one host that need not wait, positive
 * @param tries of a query in all, positive
 * @param firstBackOff before the second try, about; each further pause is twice as long
 * @param proxy what to go through
 * @param trust files of PEM certificates that are trusted beside those of the Java platform
 * @param record folder where answers are kept
 * @param replay folder whose answers are served with the network off
 */
public record HttpSettings(
    String userAgent,
    double requestsPerSecond,
    int burst,
    int tries,
    Duration firstBackOff,
    Optional<Proxy> proxy,
    List<Path> trust,
    Optional<Path> record,
    Optional<Path> replay) {

  public static final double DEFAULT_REQUESTS_PER_SECOND = 1;
  public static final int DEFAULT_BURST = 5;

  /**
   * A proxy that speaks HTTP.
   *
   * @param username empty if it wants none
   * @param password looked up for each connection
   * @param except hosts that are asked without it, and all names below them
   */
  public record Proxy(
      String host,
      int port,
      Optional<String> username,
      Optional<Secret> password,
      List<String> except) {

    public Proxy {
      except = except.stream().map(Proxy::plain).toList();
    }

    /** A proxy for all hosts. */
    public Proxy(String host, int port, Optional<String> username, Optional<Secret> password) {
      this(host, port, username, password, List.of());
    }

    /**
     * Whether a host is asked through it.
     *
     * @param asked a name or an address, an IPv6 address with or without brackets
     */
    public boolean isFor(String asked) {
      String name = plain(asked);
      return except.stream().noneMatch(one -> name.equals(one) || name.endsWith("." + one));
    }

    private static String plain(String host) {
      String lower = host.toLowerCase(Locale.ROOT);
      return lower.startsWith("[") && lower.endsWith("]")
          ? lower.substring(1, lower.length() - 1)
          : lower;
    }
  }

  public HttpSettings {
    trust = List.copyOf(trust);
    if (!(requestsPerSecond > 0) || burst < 1 || tries < 1) {
      throw new IllegalArgumentException(
          "requests per second, burst and tries are to be positive: "
              + requestsPerSecond
              + ", "
              + burst
              + ", "
              + tries);
    }
    if (record.isPresent() && replay.isPresent()) {
      throw new IllegalArgumentException("answers are either recorded or replayed, not both");
    }
  }

  /**
   * One request a second with bursts of five, three tries, no proxy, nothing recorded.
   *
   * @param version of the program, for the user agent
   */
  public static HttpSettings defaults(String version) {
    return new HttpSettings(
        "muscat/" + version,
        DEFAULT_REQUESTS_PER_SECOND,
        DEFAULT_BURST,
        3,
        Duration.ofMillis(500),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with another pace to each host. */
  public HttpSettings withPace(double perSecond, int inBurst) {
    return new HttpSettings(
        userAgent, perSecond, inBurst, tries, firstBackOff, proxy, trust, record, replay);
  }

  /** The same with other patience for failing hosts. */
  public HttpSettings withTries(int most, Duration backOff) {
    return new HttpSettings(
        userAgent, requestsPerSecond, burst, most, backOff, proxy, trust, record, replay);
  }

  /** The same through a proxy. */
  public HttpSettings withProxy(Proxy through) {
    return new HttpSettings(
        userAgent,
        requestsPerSecond,
        burst,
        tries,
        firstBackOff,
        Optional.of(through),
        trust,
        record,
        replay);
  }

  /** The same with more trusted certificates. */
  public HttpSettings withTrust(List<Path> pemFiles) {
    return new HttpSettings(
        userAgent, requestsPerSecond, burst, tries, firstBackOff, proxy, pemFiles, record, replay);
  }

  /** The same, keeping all answers in a folder. */
  public HttpSettings recordingTo(Path folder) {
    return new HttpSettings(
        userAgent,
        requestsPerSecond,
        burst,
        tries,
        firstBackOff,
        proxy,
        trust,
        Optional.of(folder),
        Optional.empty());
  }

  /** The same without the network, serving the answers of a folder. */
  public HttpSettings replayingFrom(Path folder) {
    return new HttpSettings(
        userAgent,
        requestsPerSecond,
        burst,
        tries,
        firstBackOff,
        proxy,
        trust,
        Optional.empty(),
        Optional.of(folder));
  }

  /** The same with the folders of recordings resolved against another one. */
  public HttpSettings inFolder(Path base) {
    return new HttpSettings(
        userAgent,
        requestsPerSecond,
        burst,
        tries,
        firstBackOff,
        proxy,
        trust,
        record.map(base::resolve),
        replay.map(base::resolve));
  }
}
