package org.muscat.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.store.StoreLocation;

/** The option {@code store}: a database of PostgreSQL. No problem quotes a secret. */
final class StoreSection {

  private static final Pattern SECRET = Pattern.compile("\\$\\{(env|file):([^}]+)}");

  private final Section section;
  private final Problems problems;

  private StoreSection(Section section, Problems problems) {
    this.section = section;
    this.problems = problems;
  }

  static Optional<StoreLocation> read(ConfigNode node, Problems problems) {
    Section section = Section.of(node, problems, List.of("url", "user", "password", "upgrade"));
    return node instanceof ConfigNode.Mapping
        ? new StoreSection(section, problems).location()
        : Optional.empty();
  }

  private Optional<StoreLocation> location() {
    String url = section.text("url");
    String password = section.get("password").map(this::secret).orElse("");
    boolean upgrade = upgrade();
    if (url.isBlank()) {
      return Optional.empty();
    }
    try {
      StoreLocation location = StoreLocation.postgres(url, section.text("user", ""), password);
      return Optional.of(upgrade ? location.allowingUpgrade() : location);
    } catch (IllegalArgumentException e) {
      section.problem("url", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private boolean upgrade() {
    String upgrade = section.text("upgrade", "refuse");
    if (!List.of("refuse", "allow").contains(upgrade)) {
      section.problem("upgrade", "'" + upgrade + "' is neither refuse nor allow");
    }
    return upgrade.equals("allow");
  }

  private String secret(ConfigNode node) {
    Matcher reference = SECRET.matcher(node instanceof ConfigNode.Scalar text ? text.text() : "");
    if (!reference.matches()) {
      problems.add(
          node.place(),
          "a password does not stand in a configuration: write ${env:NAME} for a variable of the"
              + " environment or ${file:PATH} for a file");
      return "";
    }
    String name = reference.group(2);
    return reference.group(1).equals("env") ? variable(node, name) : content(node, name);
  }

  private String variable(ConfigNode node, String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      problems.add(node.place(), "the variable " + name + " of the environment is not set");
      return "";
    }
    return value;
  }

  private String content(ConfigNode node, String name) {
    try {
      Path file = Path.of(node.place().file()).toAbsolutePath().resolveSibling(name);
      String value = Files.readString(file).strip();
      if (value.isEmpty()) {
        problems.add(node.place(), "the file " + file + " is empty");
      }
      return value;
    } catch (IOException | InvalidPathException e) {
      problems.add(node.place(), "cannot read the file '" + name + "': " + e);
      return "";
    }
  }
}
