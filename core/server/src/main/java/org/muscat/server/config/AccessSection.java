package org.muscat.server.config;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.host.config.Scalars;
import org.muscat.server.config.AccessYaml.Reads;

/** The option {@code access}, and of {@code listen} what is not the address. */
final class AccessSection {

  private AccessSection() {}

  /**
   * Reads both; what is wrong goes to the problems.
   *
   * @param folder of the file, against which other files are resolved
   */
  static AccessConfig read(
      Section listen, ConfigNode node, @Nullable Path folder, Problems problems) {
    Section access = Section.of(node, problems, MuscatYaml.keys("access"));
    Set<String> operators = new LinkedHashSet<>(access.texts("operators"));
    Set<String> admins = new LinkedHashSet<>(access.texts("admins"));
    admins.stream()
        .filter(operators::contains)
        .forEach(
            name ->
                access.problem(
                    "operators", "'" + name + "' is among 'admins', too; one of both is enough"));
    return new AccessConfig(
        file(listen, "web-config", folder),
        listen.texts("hosts"),
        listen.whole("connections", 1, AccessConfig.DEFAULT_CONNECTIONS),
        listen.whole("requests-per-second", 0, AccessConfig.DEFAULT_REQUESTS_PER_SECOND),
        listen.whole("burst", 1, AccessConfig.DEFAULT_BURST),
        access
            .get("reads")
            .flatMap(reads -> Scalars.read(reads, Reads.class, problems))
            .map(reads -> reads == Reads.OPEN),
        operators,
        admins,
        access.get("tokens").flatMap(tokens -> tokens(tokens, folder, problems)));
  }

  private static Optional<AccessConfig.Tokens> tokens(
      ConfigNode node, @Nullable Path folder, Problems problems) {
    Section tokens = Section.of(node, problems, MuscatYaml.keys("access.tokens"));
    if (!(node instanceof ConfigNode.Mapping)) {
      return Optional.empty();
    }
    return Optional.of(
        new AccessConfig.Tokens(
            resolved(tokens.text("key"), folder),
            optional(tokens, "issuer"),
            optional(tokens, "audience")));
  }

  private static Optional<String> optional(Section section, String key) {
    return section.get(key).map(value -> section.text(key));
  }

  private static Optional<Path> file(Section section, String key, @Nullable Path folder) {
    return optional(section, key).map(text -> resolved(text, folder));
  }

  private static Path resolved(String file, @Nullable Path folder) {
    return folder == null ? Path.of(file) : folder.resolve(file);
  }
}
