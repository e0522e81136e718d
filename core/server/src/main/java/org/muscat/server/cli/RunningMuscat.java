package org.muscat.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.muscat.host.config.Problems;
import org.muscat.server.access.OwnCertificate;
import org.muscat.server.config.ConfigException;
import org.muscat.server.config.ServerConfig;
import org.muscat.server.runtime.Installation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The Muscat that runs on this machine with a configuration. */
final class RunningMuscat {

  private static final int LAST_PORT = 65_535;
  private static final int FIRST_FAILURE = 400;
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final String host;
  private final int port;
  private final Optional<SSLContext> tls;
  private final CommandSpec spec;

  /** What it answered. */
  record Reply(URI uri, int status, String body) {

    @Override
    public String toString() {
      return uri + " answers " + status + ": " + body;
    }
  }

  private RunningMuscat(String host, int port, Optional<SSLContext> tls, CommandSpec spec) {
    this.host = host;
    this.port = port;
    this.tls = tls;
    this.spec = spec;
  }

  /**
   * Finds it.
   *
   * @param port that it listens on; null if that of the configuration
   * @throws ConfigException if the configuration cannot be used
   */
  static RunningMuscat of(CommonOptions common, @Nullable Integer port, CommandSpec spec) {
    Problems problems = new Problems();
    ServerConfig config =
        ServerConfig.read(common.configFile(), Installation.running().home(), problems);
    Optional<SSLContext> tls = OwnCertificate.context(config.access(), problems);
    ConfigException.throwIfAny(problems);
    int at = port == null ? config.port() : port;
    if (at < 1 || at > LAST_PORT) {
      throw new ParameterException(
          spec.commandLine(),
          "port " + at + " is that of no server; name by --port the one that it printed");
    }
    return new RunningMuscat(config.host(), at, tls, spec);
  }

  /**
   * Asks, by the old client of the JDK, for it starts quickest, and health is asked twice a minute.
   *
   * @param authorization the header of that name
   * @throws IOException if nobody answers; the message says where
   */
  Reply ask(String method, String path, Optional<String> authorization, Duration patience)
      throws IOException {
    URI uri = uri(path);
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      if (connection instanceof HttpsURLConnection encrypted && tls.isPresent()) {
        encrypted.setSSLSocketFactory(tls.get().getSocketFactory());
        // It is known by its certificate, whatever names stand in it.
        encrypted.setHostnameVerifier((name, session) -> true);
      }
      connection.setConnectTimeout((int) CONNECT.toMillis());
      connection.setReadTimeout((int) patience.toMillis());
      connection.setRequestMethod(method);
      authorization.ifPresent(value -> connection.setRequestProperty("Authorization", value));
      try {
        int status = connection.getResponseCode();
        InputStream body =
            status < FIRST_FAILURE ? connection.getInputStream() : connection.getErrorStream();
        String said = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        return new Reply(uri, status, said);
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      throw new IOException("nobody answers at " + uri + ": " + e, e);
    }
  }

  private URI uri(String path) {
    try {
      String scheme = tls.isPresent() ? "https" : "http";
      int query = path.indexOf('?');
      return query < 0
          ? new URI(scheme, null, reachable(host), port, path, null, null)
          : new URI(
              scheme,
              null,
              reachable(host),
              port,
              path.substring(0, query),
              path.substring(query + 1),
              null);
    } catch (URISyntaxException e) {
      throw new ParameterException(spec.commandLine(), "'" + host + "' is no host", e);
    }
  }

  /** Who listens on all addresses is asked on the loopback. */
  private static String reachable(String host) {
    return switch (host) {
      case "0.0.0.0" -> "127.0.0.1";
      case "::", "[::]" -> "::1";
      default -> host;
    };
  }
}
