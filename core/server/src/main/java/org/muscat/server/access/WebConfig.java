package org.muscat.server.access;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A web configuration file. Immutable.
 *
 * @param tls how connections are encrypted; empty if they are not
 * @param http2 whether that is offered over TLS
 * @param headers of each answer, by name, besides those that Muscat sends by itself or instead
 * @param users bcrypt hashes by name
 * @param rate of requests of all together; empty for any
 */
record WebConfig(
    Optional<Tls> tls,
    boolean http2,
    Map<String, String> headers,
    Map<String, String> users,
    Optional<Rate> rate) {

  /** Nothing is encrypted, and there are no users. */
  static final WebConfig NONE =
      new WebConfig(Optional.empty(), true, Map.of(), Map.of(), Optional.empty());

  /** What is asked of the certificate of a client. */
  enum ClientAuth {
    NO_CLIENT_CERT("NoClientCert", false, false),
    REQUEST_CLIENT_CERT("RequestClientCert", false, false),
    REQUIRE_ANY_CLIENT_CERT("RequireAnyClientCert", true, false),
    VERIFY_CLIENT_CERT_IF_GIVEN("VerifyClientCertIfGiven", false, true),
    REQUIRE_AND_VERIFY_CLIENT_CERT("RequireAndVerifyClientCert", true, true);

    private final String written;
    private final boolean required;
    private final boolean verified;

    ClientAuth(String written, boolean required, boolean verified) {
      this.written = written;
      this.required = required;
      this.verified = verified;
    }

    /** As the file says it. */
    String written() {
      return written;
    }

    /** Whether there is no connection without one. */
    boolean required() {
      return required;
    }

    /** Whether it tells who asks. */
    boolean verified() {
      return verified;
    }
  }

  /**
   * How connections are encrypted.
   *
   * @param certificate file of the chain of the server
   * @param key file of its private key
   * @param clientAuth what is asked of clients
   * @param clientAuthority file of the certificates that those of clients must descend from
   * @param allowedNames alternative names of which a client's certificate must have one; empty for
   *     any
   * @param versions such as {@code TLSv1.3}
   * @param cipherSuites for TLS 1.2; empty for those of the JDK
   */
  record Tls(
      Path certificate,
      Path key,
      ClientAuth clientAuth,
      Optional<Path> clientAuthority,
      List<String> allowedNames,
      List<String> versions,
      List<String> cipherSuites) {

    Tls {
      allowedNames = List.copyOf(allowedNames);
      versions = List.copyOf(versions);
      cipherSuites = List.copyOf(cipherSuites);
    }
  }

  /**
   * How many requests there may be.
   *
   * @param perSecond in the long run
   * @param burst that need not wait
   */
  record Rate(double perSecond, int burst) {}

  WebConfig {
    headers = Map.copyOf(headers);
    users = Map.copyOf(users);
  }

  /** Names of users and headers; no hash. */
  @Override
  public String toString() {
    return "WebConfig[tls=" + tls + ", users=" + users.keySet() + "]";
  }
}
