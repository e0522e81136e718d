package org.muscat.server.config;

import java.util.List;
import java.util.Optional;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.host.config.Scalars;
import org.muscat.spi.config.Secret;
import org.muscat.store.StoreLocation;

/** The option {@code store}: a database of PostgreSQL. No problem quotes a secret. */
final class StoreSection {

  private final Section section;
  private final Problems problems;

  private StoreSection(Section section, Problems problems) {
    this.section = section;
    this.problems = problems;
  }

  static Optional<StoreLocation> read(ConfigNode node, Problems problems) {
    Section section = Section.of(node, problems, MuscatYaml.keys("store"));
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
    return Scalars.read(node, Secret.class, problems).map(Secret::reveal).orElse("");
  }
}
