package org.muscat.server.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.muscat.host.GuardSettings;
import org.muscat.host.HostSettings;
import org.muscat.host.Isolation;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.host.config.Scalars;
import org.muscat.server.config.MuscatYaml.OnReject;
import org.muscat.server.config.MuscatYaml.Runs;

/** The option {@code plugins}: how plugins are treated. */
final class PluginsSection {

  private final Section section;
  private final Problems problems;

  private PluginsSection(Section section, Problems problems) {
    this.section = section;
    this.problems = problems;
  }

  /** Reads the option; what is wrong goes to the problems. */
  static PluginsConfig read(ConfigNode node, Problems problems) {
    Section section = Section.of(node, problems, MuscatYaml.keys("plugins"));
    return new PluginsSection(section, problems).read();
  }

  private PluginsConfig read() {
    Isolation otherwise = isolation(section, Isolation.HOST);
    Map<String, Isolation> byName = new HashMap<>();
    Map<String, Place> places = new HashMap<>();
    section
        .get("settings")
        .ifPresent(
            node ->
                Section.open(node, problems)
                    .entries()
                    .forEach(
                        entry -> {
                          byName.put(entry.key(), own(entry.value(), otherwise));
                          places.put(entry.key(), entry.value().place());
                        }));
    GuardSettings standard = GuardSettings.defaults();
    GuardSettings guard =
        new GuardSettings(
                section.duration("create-deadline", standard.createDeadline()),
                section.duration("read-deadline", standard.readDeadline()),
                section.duration("close-deadline", standard.closeDeadline()),
                section.duration("grace", standard.grace()))
            .withThreads(section.whole("threads", 0, standard.threads()));
    Place place = section.get("on-reject").map(ConfigNode::place).orElse(NoPlace.of("plugins"));
    return new PluginsConfig(
        new HostSettings(guard, byName, otherwise),
        choice(section, "on-reject", OnReject.class).orElse(OnReject.CONTINUE),
        place,
        places);
  }

  private Isolation own(ConfigNode node, Isolation otherwise) {
    return isolation(Section.of(node, problems, MuscatYaml.keys("plugins.settings")), otherwise);
  }

  private Isolation isolation(Section of, Isolation otherwise) {
    boolean process =
        choice(of, "isolation", Runs.class)
            .map(runs -> runs == Runs.PROCESS)
            .orElse(otherwise.process());
    return new Isolation(process, of.whole("heap", 1, otherwise.heapMegabytes()));
  }

  private <E extends Enum<E>> Optional<E> choice(Section of, String key, Class<E> type) {
    return of.get(key).flatMap(node -> Scalars.read(node, type, problems));
  }
}
