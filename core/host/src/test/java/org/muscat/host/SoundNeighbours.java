package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;

/** Two sound plugins, one before and one after another in the folder, which must not notice it. */
final class SoundNeighbours {

  private SoundNeighbours() {}

  /** Loads a folder and both neighbours; gives the verdict on the one that is rejected. */
  static Verdict rejected(Path folder, String bad) throws IOException {
    Path first = PluginJar.of("a-good", PluginSource.good("First", "first", "before")).in(folder);
    Path last = PluginJar.of("z-good", PluginSource.good("Last", "last", "after")).in(folder);
    try (LoadedPlugins plugins = PluginLoader.load(folder)) {
      List<Verdict> verdicts = plugins.verdicts();
      assertThat(verdicts).hasSize(3).contains(active("first", first), active("last", last));
      assertThat(plugins.indicatorIds()).containsExactly("after", "before");
      Verdict verdict = verdicts.get(1);
      assertThat(verdict.plugin()).isEqualTo(bad);
      assertThat(verdict.status()).isEqualTo(Status.REJECTED);
      assertThat(verdict.fix()).isNotBlank().endsWith(".");
      return verdict;
    }
  }

  private static Verdict active(String id, Path location) {
    return new Verdict(id, location.toString(), "1.0", Status.ACTIVE, "", "", "");
  }
}
