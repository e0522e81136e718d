package org.muscat.diplomacy.framework;

import java.util.ArrayList;
import java.util.List;
import org.muscat.spi.Observation;
import org.muscat.testkit.History;

/** Text of a framework file, for the tests: every component at level 0 unless one is given. */
final class Frameworks {

  private final List<String> levels = new ArrayList<>();
  private final String from;
  private final String through;
  private int version = 1;

  private Frameworks(String from, String through) {
    this.from = from;
    this.through = through;
  }

  static Frameworks days(String from, String through) {
    return new Frameworks(from, through);
  }

  Frameworks version(int number) {
    version = number;
    return this;
  }

  Frameworks level(Component component, String day, String level) {
    return level(component, day, level, "Something changed.");
  }

  Frameworks level(Component component, String day, String level, String reason) {
    levels.add(
        """
          - component: %s
            from: %s
            level: %s
            reason: "%s"
            verified: true
            sources: [{title: A page, publisher: A paper, link: null}]
        """
            .formatted(component.word(), day, level, reason));
    return this;
  }

  /** Level 0 from the first coded day on for each of the components that have none yet. */
  Frameworks othersAtNought() {
    for (Component component : Component.values()) {
      if (levels.stream().noneMatch(level -> level.contains(component.word() + "\n"))) {
        level(component, from, "0");
      }
    }
    return this;
  }

  String text() {
    return """
        theatre: gulf
        version: %d
        codedFrom: %s
        codedThrough: %s
        weights:
          iaea-access: 0.25
          agreement-in-force: 0.20
          military-hotline: 0.20
          regional-security-body: 0.15
          un-mandate-consensus: 0.10
          deconfliction-mou: 0.10
        levels:
        """
            .formatted(version, from, through)
        + String.join("", levels);
  }

  FrameworkFile file() {
    FrameworkParser.Result result = FrameworkParser.parse("x.yaml", text());
    FrameworkFile file = result.file();
    if (file == null) {
      throw new AssertionError(result.rejections());
    }
    return file;
  }

  List<Observation> observations() {
    return FrameworkObservations.of("gulf", file());
  }

  History history() {
    return new History().add(observations());
  }
}
