package org.muscat.diplomacy.chronicle;

import java.util.ArrayList;
import java.util.List;
import org.muscat.diplomacy.coded.Theatres;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Event;
import org.muscat.spi.Option;

/**
 * Whose chronicle an indicator reads, and which areas of it.
 *
 * @param theatre the theatre of the chronicle
 * @param areas the areas whose events count
 */
public record AreasConfig(
    @Option(doc = "Theatre of the chronicle.", defaultValue = "gulf") String theatre,
    @Option(
            doc = "Areas of the theatre whose events count.",
            defaultValue = "[gulf, red-sea, levant, elsewhere]",
            allowed = {"gulf", "red-sea", "levant", "elsewhere"})
        List<String> areas) {

  public AreasConfig {
    areas = List.copyOf(areas);
  }

  List<ConfigProblem> problems() {
    List<ConfigProblem> problems = new ArrayList<>(Theatres.validate(theatre));
    if (areas.isEmpty()) {
      problems.add(new ConfigProblem("areas", "is empty; name at least one, such as gulf"));
    }
    return problems;
  }

  boolean holds(Event event) {
    return areas.contains(event.attributes().getOrDefault("area", ""));
  }
}
