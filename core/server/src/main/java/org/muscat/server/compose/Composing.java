package org.muscat.server.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.aggregate.LevelRule;

/** A panel on its way through the stages, and the files that they leave. For one thread. */
final class Composing {

  /** What the panel is by now. */
  enum Progress {
    NATURAL_UNITS,
    NORMALISED,
    AGGREGATED
  }

  private final PanelData data;
  private final List<PanelData> earlier;
  private final Hierarchy hierarchy;
  private final Map<String, List<List<String>>> files = new LinkedHashMap<>();
  private final List<Panel> history = new ArrayList<>();
  private final List<Done> done = new ArrayList<>();
  private Progress progress = Progress.NATURAL_UNITS;
  private boolean treated;
  private Panel panel;
  private Panel normalised;
  private List<LevelRule> rules = List.of();

  /**
   * A stage that has begun.
   *
   * @param before what there was before it, not to be changed
   */
  record Done(Stage stage, Composing before) {}

  /**
   * The start.
   *
   * @param panels one for each time, the oldest first; the last one is scored
   */
  Composing(List<PanelData> panels, Hierarchy hierarchy) {
    this.data = panels.get(panels.size() - 1);
    this.earlier = panels.subList(0, panels.size() - 1);
    this.hierarchy = hierarchy;
    this.panel = data.indicators();
    this.normalised = panel;
    earlier.forEach(one -> history.add(one.indicators()));
  }

  private Composing(Composing other, Panel panel) {
    this.data = other.data;
    this.earlier = other.earlier;
    this.hierarchy = other.hierarchy;
    this.panel = panel;
    this.normalised = other.normalised;
    this.rules = other.rules;
    this.progress = other.progress;
    this.treated = other.treated;
    history.addAll(other.history);
  }

  /** The same point of the way with another panel; what is done to it leaves this alone. */
  Composing with(Panel other) {
    return new Composing(this, other);
  }

  /** Remembers where a stage begins. */
  void begin(Stage stage) {
    done.add(new Done(stage, with(panel)));
  }

  /** The stages that have begun, in order. */
  List<Done> done() {
    return done;
  }

  Hierarchy hierarchy() {
    return hierarchy;
  }

  PanelData data() {
    return data;
  }

  List<PanelData> earlier() {
    return earlier;
  }

  /** The earlier panels, in the same units as the panel of now. */
  List<Panel> history() {
    return history;
  }

  Panel panel() {
    return panel;
  }

  /** The panel as it went into the aggregation. */
  Panel normalised() {
    return normalised;
  }

  List<LevelRule> rules() {
    return rules;
  }

  boolean treated() {
    return treated;
  }

  /** Lets a stage run only where it has a meaning. */
  void require(Progress wanted, String stage, String reason) {
    if (progress != wanted) {
      throw new IllegalArgumentException("'" + stage + "' comes too late or too early: " + reason);
    }
  }

  void prepared(Panel next) {
    panel = next;
  }

  void treated(Panel next) {
    panel = next;
    treated = true;
  }

  void normalised(Panel next) {
    panel = next;
    normalised = next;
    progress = Progress.NORMALISED;
  }

  void aggregated(Panel next, List<LevelRule> by) {
    panel = next;
    rules = by;
    progress = Progress.AGGREGATED;
  }

  /** A file beside those of the stages. */
  void file(String name, List<List<String>> rows) {
    files.put(name, rows);
  }

  Map<String, List<List<String>>> files() {
    return files;
  }
}
