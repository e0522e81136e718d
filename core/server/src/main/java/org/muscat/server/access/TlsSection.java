package org.muscat.server.access;

import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.server.access.WebConfig.ClientAuth;
import org.muscat.server.config.Section;

/** The option {@code tls_server_config} of a web configuration file. */
final class TlsSection {

  private static final List<String> KEYS =
      List.of(
          "cert_file",
          "key_file",
          "client_auth_type",
          "client_ca_file",
          "client_allowed_sans",
          "min_version",
          "max_version",
          "cipher_suites",
          "prefer_server_cipher_suites",
          "curve_preferences");
  private static final List<String> WRITTEN_VERSIONS = List.of("TLS12", "TLS13");
  private static final List<String> VERSIONS = List.of("TLSv1.2", "TLSv1.3");

  private final Section section;
  private final @Nullable Path folder;

  private TlsSection(Section section, @Nullable Path folder) {
    this.section = section;
    this.folder = folder;
  }

  static Optional<WebConfig.Tls> read(ConfigNode node, @Nullable Path folder, Problems problems) {
    Section section = Section.of(node, problems, KEYS);
    return node instanceof ConfigNode.Mapping
        ? Optional.of(new TlsSection(section, folder).read())
        : Optional.empty();
  }

  private WebConfig.Tls read() {
    if (section.get("curve_preferences").isPresent()) {
      section.problem(
          "curve_preferences",
          "Muscat cannot choose curves here; set -Djdk.tls.namedGroups in MUSCAT_JAVA_OPTS");
    }
    // Accepted and without effect, as in exporters: the server's order counts.
    boolean unused = section.flag("prefer_server_cipher_suites", true);
    ClientAuth auth = clientAuth();
    Optional<Path> authority =
        section.get("client_ca_file").map(value -> file(section.text("client_ca_file")));
    if (auth.verified() && authority.isEmpty()) {
      section.problem(
          "client_auth_type", auth.written() + " needs 'client_ca_file' to verify against");
    }
    if (auth == ClientAuth.NO_CLIENT_CERT && authority.isPresent()) {
      section.problem(
          "client_ca_file", "certificates of clients are not asked for; set 'client_auth_type'");
    }
    List<String> names = section.texts("client_allowed_sans");
    if (!names.isEmpty() && !auth.verified()) {
      section.problem(
          "client_allowed_sans", "names count in verified certificates only; " + auth.written());
    }
    return new WebConfig.Tls(
        file(section.text("cert_file")),
        file(section.text("key_file")),
        auth,
        authority,
        names,
        versions(),
        cipherSuites());
  }

  private ClientAuth clientAuth() {
    String written = section.text("client_auth_type", ClientAuth.NO_CLIENT_CERT.written());
    Optional<ClientAuth> known =
        Arrays.stream(ClientAuth.values())
            .filter(auth -> auth.written().equals(written))
            .findFirst();
    if (known.isEmpty()) {
      section.problem(
          "client_auth_type",
          "'"
              + written
              + "' is not one of: "
              + Arrays.stream(ClientAuth.values())
                  .map(ClientAuth::written)
                  .collect(Collectors.joining(", ")));
    }
    return known.orElse(ClientAuth.NO_CLIENT_CERT);
  }

  private List<String> versions() {
    int least = version("min_version", 0);
    int most = version("max_version", VERSIONS.size() - 1);
    if (least > most) {
      section.problem("min_version", "it is above 'max_version'");
      return VERSIONS;
    }
    return VERSIONS.subList(least, most + 1);
  }

  private int version(String key, int otherwise) {
    String written = section.text(key, WRITTEN_VERSIONS.get(otherwise));
    int index = WRITTEN_VERSIONS.indexOf(written);
    if (index < 0) {
      section.problem(key, "'" + written + "' is not offered; TLS12 and TLS13 are");
      return otherwise;
    }
    return index;
  }

  private List<String> cipherSuites() {
    List<String> wanted = section.texts("cipher_suites");
    Set<String> known = offered();
    for (String suite : wanted) {
      if (!known.contains(suite)) {
        section.problem("cipher_suites", "'" + suite + "' is not offered; there are " + known);
      }
    }
    return wanted;
  }

  private static Set<String> offered() {
    try {
      return Arrays.stream(SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites())
          .filter(suite -> suite.startsWith("TLS_ECDHE_") && !suite.contains("_CBC_"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no TLS", e);
    }
  }

  private Path file(String name) {
    return folder == null ? Path.of(name) : folder.resolve(name);
  }
}
