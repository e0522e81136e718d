package org.muscat.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts into words what a score leans on, and why there is none. */
final class Reasons {

  private final @Nullable Composition counted;
  private final Judgement judgement;

  Reasons(IndexState state, Judgement judgement) {
    this.counted = state.counted();
    this.judgement = judgement;
  }

  /** What is held and what is missing; empty when all is live. */
  String leaning() {
    List<String> texts = new ArrayList<>();
    addNames(texts, "held at their last value: ", this::leansOn, judgement.framework, true);
    addNames(
        texts, "missing: ", m -> !judgement.isLive(m) && !leansOn(m), judgement.framework, false);
    UnitInput framework = judgement.framework;
    if (framework != null && framework.isLive() && !framework.reason().isEmpty()) {
      texts.add("partial: " + framework.id() + " (" + framework.reason() + ")");
    }
    if (judgement.hidden != null) {
      texts.addAll(judgement.hidden.leaning());
    }
    return String.join("; ", texts);
  }

  private boolean leansOn(int m) {
    return judgement.isHeld(m)
        && counted != null
        && counted.counts(m)
        && counted.pillarCounts(judgement.layout.pillarOf[m]);
  }

  private void addNames(
      List<String> texts,
      String prefix,
      IntPredicate which,
      @Nullable UnitInput framework,
      boolean heldOnes) {
    List<String> names =
        new ArrayList<>(
            IntStream.range(0, judgement.layout.members.length)
                .filter(which)
                .mapToObj(m -> judgement.layout.members[m].id())
                .toList());
    if (framework != null && heldOnes && framework.isHeld()) {
      names.add(framework.id());
    }
    if (!names.isEmpty()) {
      texts.add(prefix + String.join(", ", names.stream().sorted().toList()));
    }
  }

  /** Why a pillar does not count. */
  static String shortage(Composition live, int p, Model.Rules rules) {
    return String.format(
        Locale.ROOT,
        "%d indicators with %.2f of the weight are live; %d with %.2f are needed",
        live.count(p),
        live.coverage(p),
        rules.minimumLive(),
        rules.coverageFloor());
  }

  /** Why too little is known for a score. */
  static String lowCoverage(Layout layout, Composition live) {
    List<String> absent =
        IntStream.range(0, layout.pillars.size())
            .filter(p -> !live.pillarCounts(p))
            .mapToObj(p -> layout.pillars.get(p).id())
            .toList();
    return String.format(
        Locale.ROOT,
        "%.2f of the weight is present, %.2f is needed; pillars without a score: %s",
        live.coverage(),
        layout.model.rules().coverageFloor(),
        absent.isEmpty() ? "none" : String.join(", ", absent));
  }

  /** Why there is no score without the framework index. */
  static String noFramework(UnitInput framework) {
    return "the framework index '"
        + framework.id()
        + "' is missing and was not seen in the last 90 days: "
        + framework.reason();
  }
}
