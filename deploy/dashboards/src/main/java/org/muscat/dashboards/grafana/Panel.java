package org.muscat.dashboards.grafana;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A panel: one question and what answers it. Immutable.
 *
 * @param description what it answers, and how to read it
 * @param absent what it means when there is nothing; it is never drawn as a number
 * @param largest the upper end of the scale; null if it is that of the data
 */
public record Panel(
    Kind kind,
    String title,
    String description,
    String absent,
    Unit unit,
    Thresholds thresholds,
    List<Mapping> mappings,
    List<Target> targets,
    List<Line> lines,
    List<Link> links,
    @Nullable Double smallest,
    @Nullable Double largest,
    Size size) {

  private static final Size USUAL = new Size(12, 8);

  public Panel {
    mappings = List.copyOf(mappings);
    targets = List.copyOf(targets);
    lines = List.copyOf(lines);
    links = List.copyOf(links);
    if (title.isBlank() || description.isBlank() || absent.isBlank()) {
      throw new IllegalArgumentException(
          "a panel has a title, a description and what absence means: " + title);
    }
  }

  /** A panel that asks nothing yet. */
  public static Panel of(Kind kind, String title, String description, String absent, Unit unit) {
    return new Panel(
        kind,
        title,
        description,
        absent,
        unit,
        Thresholds.none(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        USUAL);
  }

  public Panel thresholds(Thresholds other) {
    return new Panel(
        kind,
        title,
        description,
        absent,
        unit,
        other,
        mappings,
        targets,
        lines,
        links,
        smallest,
        largest,
        size);
  }

  public Panel words(List<Mapping> words) {
    return new Panel(
        kind,
        title,
        description,
        absent,
        unit,
        thresholds,
        words,
        targets,
        lines,
        links,
        smallest,
        largest,
        size);
  }

  public Panel ask(Target... questions) {
    return new Panel(
        kind,
        title,
        description,
        absent,
        unit,
        thresholds,
        mappings,
        List.of(questions),
        lines,
        links,
        smallest,
        largest,
        size);
  }

  public Panel draw(Line... others) {
    return new Panel(
        kind,
        title,
        description,
        absent,
        unit,
        thresholds,
        mappings,
        targets,
        List.of(others),
        links,
        smallest,
        largest,
        size);
  }

  public Panel to(Link... others) {
    return new Panel(
        kind,
        title,
        description,
        absent,
        unit,
        thresholds,
        mappings,
        targets,
        lines,
        List.of(others),
        smallest,
        largest,
        size);
  }

  /** With a scale that does not follow the data. */
  public Panel scale(double from, double to) {
    return new Panel(
        kind,
        title,
        description,
        absent,
        unit,
        thresholds,
        mappings,
        targets,
        lines,
        links,
        from,
        to,
        size);
  }

  public Panel size(int width, int height) {
    return new Panel(
        kind,
        title,
        description,
        absent,
        unit,
        thresholds,
        mappings,
        targets,
        lines,
        links,
        smallest,
        largest,
        new Size(width, height));
  }
}
