package org.muscat.server.access;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.server.config.Section;

/** Reads a web configuration file. No problem quotes a hash. */
final class WebConfigReader {

  private static final List<String> HEADERS =
      List.of(
          "Content-Security-Policy",
          "X-Frame-Options",
          "X-Content-Type-Options",
          "X-XSS-Protection",
          "Strict-Transport-Security");
  private static final Pattern HASH = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
  private static final int COSTLIEST = 15;
  private static final Pattern INTERVAL = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h)");
  private static final Map<String, Double> SECONDS =
      Map.of("ms", 0.001, "s", 1.0, "m", 60.0, "h", 3_600.0);
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]*");

  private final Problems problems;

  private WebConfigReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads a file; what is wrong goes to the problems. */
  static WebConfig read(Path file, FilesRead files, Problems problems) {
    return files
        .bytes(file, new Place(file.toString(), 1, ""), problems)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .filter(text -> !text.isBlank())
        .flatMap(text -> ConfigReader.parse(file.toString(), text, problems))
        .map(node -> new WebConfigReader(problems).read(file, node))
        .orElse(WebConfig.NONE);
  }

  private WebConfig read(Path file, ConfigNode node) {
    Section section =
        Section.of(
            node,
            problems,
            List.of("tls_server_config", "http_server_config", "basic_auth_users", "rate_limit"));
    Path folder = file.toAbsolutePath().normalize().getParent();
    Optional<Section> http =
        given(section, "http_server_config")
            .map(given -> Section.of(given, problems, List.of("http2", "headers")));
    return new WebConfig(
        given(section, "tls_server_config")
            .flatMap(given -> TlsSection.read(given, folder, problems)),
        http.map(given -> given.flag("http2", true)).orElse(true),
        http.flatMap(given -> given(given, "headers")).map(this::headers).orElse(Map.of()),
        given(section, "basic_auth_users").map(this::users).orElse(Map.of()),
        given(section, "rate_limit").flatMap(this::rate));
  }

  /** What has a key and nothing behind it is not there. */
  private static Optional<ConfigNode> given(Section section, String key) {
    return section
        .get(key)
        .filter(node -> !(node instanceof ConfigNode.Scalar scalar && scalar.absent()));
  }

  private Map<String, String> headers(ConfigNode node) {
    Section section = Section.of(node, problems, HEADERS);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : HEADERS) {
      section
          .get(name)
          .ifPresent(
              value -> {
                String text = section.text(name);
                if (!HEADER_VALUE.matcher(text).matches()) {
                  problems.add(value.place(), "a header has printable ASCII characters only");
                }
                headers.put(name, text);
              });
    }
    return headers;
  }

  private Map<String, String> users(ConfigNode node) {
    Map<String, String> users = new LinkedHashMap<>();
    for (ConfigNode.Entry entry : Section.open(node, problems).entries()) {
      String hash =
          entry.value() instanceof ConfigNode.Scalar scalar && !scalar.absent()
              ? scalar.text()
              : "";
      Matcher matcher = HASH.matcher(hash);
      if (!matcher.matches()) {
        problems.add(
            entry.place(),
            "this is not a bcrypt hash of a password; make one with htpasswd -nBC 10 NAME");
      } else if (Integer.parseInt(matcher.group(1)) > COSTLIEST) {
        problems.add(
            entry.place(),
            "a hash of cost " + matcher.group(1) + " takes seconds; make one of at most 15");
      }
      if (entry.key().isBlank() || entry.key().contains(":")) {
        problems.add(entry.place(), "the name of a user is not blank and has no colon");
      }
      users.put(entry.key(), hash);
    }
    return users;
  }

  private Optional<WebConfig.Rate> rate(ConfigNode node) {
    Section section = Section.of(node, problems, List.of("interval", "burst"));
    int burst = section.whole("burst", 1, 1);
    String interval = section.text("interval", "0s");
    Matcher matcher = INTERVAL.matcher(interval);
    if (interval.equals("0")) {
      return Optional.empty();
    }
    if (!matcher.matches()) {
      section.problem("interval", "'" + interval + "' is not a time such as 100ms, 1s or 1m");
      return Optional.empty();
    }
    double seconds =
        Double.parseDouble(matcher.group(1))
            * SECONDS.getOrDefault(matcher.group(2), Double.POSITIVE_INFINITY);
    return seconds == 0 ? Optional.empty() : Optional.of(new WebConfig.Rate(1 / seconds, burst));
  }
}
