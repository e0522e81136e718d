package org.muscat.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muscat.spi.Option;

/** What can stand in muscat.yaml of those who ask Muscat. */
final class AccessYaml {

  /** Who may read. */
  enum Reads {
    OPEN,
    AUTHENTICATED
  }

  record Listen(
      @Option(doc = "address to listen on", defaultValue = "127.0.0.1", example = "0.0.0.0")
          String host,
      @Option(
              doc = "port, 0 takes a free one; --port overrides it",
              defaultValue = "8080",
              example = "9090",
              min = 0,
              max = 65_535)
          int port,
      @Option(
              doc =
                  "a web configuration file as exporters of Prometheus take it: TLS, client"
                      + " certificates, users; relative to this file",
              example = "web.yml")
          Optional<Path> webConfig,
      @Option(
              doc =
                  "names that a Muscat on the loopback answers to, besides those of the loopback;"
                      + " for a proxy before it",
              defaultValue = "[]",
              example = "[muscat.example]")
          List<String> hosts,
      @Option(
              doc = "connections at a time; of more, those are closed that were idle longest",
              defaultValue = "4096",
              example = "1024",
              min = 1)
          int connections,
      @Option(
              doc =
                  "requests from one address in the long run, 0 for any number; metrics, health and"
                      + " whoever asks on the loopback do not count",
              defaultValue = "50",
              example = "200",
              min = 0)
          int requestsPerSecond,
      @Option(
              doc = "requests from one address that need not wait",
              defaultValue = "200",
              example = "500",
              min = 1)
          int burst) {}

  record Access(
      @Option(
              doc =
                  "who may read: open, anybody; authenticated, those who prove who they are; without"
                      + " it authenticated if the web configuration has users or demands"
                      + " certificates, or there is a key for tokens, else open",
              example = "open")
          Optional<Reads> reads,
      @Option(
              doc = "users of the web configuration that may quarantine and release plugins, too",
              defaultValue = "[]",
              example = "[alice]")
          List<String> operators,
      @Option(
              doc = "users of the web configuration that may do everything",
              defaultValue = "[]",
              example = "[bob]")
          List<String> admins) {}

  record Tokens(
      @Option(
              doc =
                  "file of the key that bearer tokens are checked with: a public key or certificate"
                      + " as PEM (RSA for RS256, EC P-256 for ES256), or a secret of at least 32"
                      + " bytes (HS256); relative to this file",
              example = "tokens.pem")
          Path key,
      @Option(doc = "who must have issued a token", example = "https://login.example")
          Optional<String> issuer,
      @Option(doc = "whom a token must be meant for", example = "muscat")
          Optional<String> audience) {}

  private AccessYaml() {}
}
