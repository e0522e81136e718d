package org.muscat.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.host.config.Scalars;
import org.muscat.host.http.HttpSettings;
import org.muscat.spi.config.Secret;

/** The option {@code http}: how feeds and deliveries go about in the network. */
final class HttpSection {

  private static final double MOST_A_SECOND = 1_000;
  private static final int HTTP_PROXY_PORT = 3128;

  /** To a proxy they would be hosts of its own. */
  private static final List<String> WITHOUT_PROXY = List.of("localhost", "127.0.0.1", "::1");

  private HttpSection() {}

  /**
   * Reads the option; what is wrong goes to the problems.
   *
   * @param folder of the file, against which files of certificates are resolved
   */
  static HttpSettings read(ConfigNode node, @Nullable Path folder, Problems problems) {
    Section section = Section.of(node, problems, MuscatYaml.keys("http"));
    List<Path> trust =
        section.texts("trust").stream()
            .map(file -> folder == null ? Path.of(file) : folder.resolve(file))
            .toList();
    HttpSettings settings =
        HttpSettings.defaults(Build.VERSION)
            .withPace(perSecond(section), section.whole("burst", 1, HttpSettings.DEFAULT_BURST))
            .withTrust(trust);
    Optional<HttpSettings.Proxy> proxy =
        section.get("proxy").map(proxyNode -> proxy(proxyNode, problems));
    return recording(section, proxy.map(settings::withProxy).orElse(settings));
  }

  private static double perSecond(Section section) {
    OptionalDouble given = section.optionalNumber("requests-per-second");
    double perSecond = given.orElse(HttpSettings.DEFAULT_REQUESTS_PER_SECOND);
    if (perSecond > 0 && perSecond <= MOST_A_SECOND) {
      return perSecond;
    }
    section.problem("requests-per-second", perSecond + " is not above 0 and at most 1000");
    return HttpSettings.DEFAULT_REQUESTS_PER_SECOND;
  }

  private static HttpSettings.Proxy proxy(ConfigNode node, Problems problems) {
    Section section = Section.of(node, problems, MuscatYaml.keys("http.proxy"));
    Optional<Secret> password =
        section.get("password").flatMap(value -> Scalars.read(value, Secret.class, problems));
    Optional<String> username = section.get("username").map(value -> section.text("username"));
    if (username.isPresent() != section.get("password").isPresent()) {
      section.problem("username", "'username' and 'password' belong together; give both or none");
    }
    return new HttpSettings.Proxy(
        section.text("host"),
        section.port("port", HTTP_PROXY_PORT),
        username,
        password,
        section.get("except").isPresent() ? section.texts("except") : WITHOUT_PROXY);
  }

  private static HttpSettings recording(Section section, HttpSettings settings) {
    boolean record = section.get("record").isPresent();
    if (record && section.get("replay").isPresent()) {
      section.problem("replay", "'record' and 'replay' exclude each other; drop one");
      return settings;
    }
    if (record) {
      return settings.recordingTo(Path.of(section.text("record")));
    }
    return section.get("replay").isPresent()
        ? settings.replayingFrom(Path.of(section.text("replay")))
        : settings;
  }
}
