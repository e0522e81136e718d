package org.muscat.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much is hidden as of one moment. A theatre may be opaque in several ways; the one that widens
 * most counts, because what one hides another does not bring back.
 *
 * @param inputs at least one, in the order of the model
 * @param points of standard deviation that each adds when it is 1
 */
record Hidden(List<UnitInput> inputs, List<Double> points) {

  static Hidden of(List<Model.Opacity> opacities, List<Input> inputs, Instant asOf) {
    List<UnitInput> judged = new ArrayList<>();
    for (int i = 0; i < opacities.size(); i++) {
      Model.Opacity opacity = opacities.get(i);
      judged.add(UnitInput.of(opacity.id(), opacity.uncertainty(), inputs.get(i), asOf));
    }
    return new Hidden(judged, opacities.stream().map(Model.Opacity::points).toList());
  }

  /** The variance that it adds, in squared points; an unknown one adds all it can. */
  double variance() {
    double widest = 0;
    for (int i = 0; i < inputs.size(); i++) {
      widest = Math.max(widest, points.get(i) * inputs.get(i).atMost());
    }
    return widest * widest;
  }

  /** The largest, in [0,1]; 1 while one of them is not known. */
  double atMost() {
    return inputs.stream().mapToDouble(UnitInput::atMost).max().orElseThrow();
  }

  /** Whether each of them is live or held at its last value. */
  boolean isKnown() {
    return inputs.stream().allMatch(UnitInput::isKnown);
  }

  /** What a score leans on: those that are held, or not known; empty when all are live. */
  List<String> leaning() {
    List<String> texts = new ArrayList<>();
    addNames(
        texts,
        "opacity held at its last value: ",
        inputs.stream().filter(UnitInput::isHeld).toList());
    addNames(
        texts, "opacity at its bound: ", inputs.stream().filter(one -> !one.isKnown()).toList());
    return texts;
  }

  private static void addNames(List<String> texts, String prefix, List<UnitInput> which) {
    if (!which.isEmpty()) {
      texts.add(
          prefix
              + String.join(
                  ", ",
                  which.stream().map(UnitInput::id).sorted(Comparator.naturalOrder()).toList()));
    }
  }
}
