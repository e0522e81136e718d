package org.muscat.engine.theatre;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.muscat.engine.Model;

/**
 * The inputs of a composite in their order, with the age past which a reading is missing. Members
 * of pillars come first; those after them read in [0,1].
 */
final class Watch {

  private static final double NANOS_A_SECOND = 1e9;

  private final String[] ids;
  private final double[] maxAgeSeconds;
  private final int members;

  Watch(Model model) {
    List<Duration> maxAges = new ArrayList<>();
    for (Model.Pillar pillar : model.pillars()) {
      pillar.members().forEach(member -> maxAges.add(member.uncertainty().maxAge()));
    }
    this.members = maxAges.size();
    if (model.rules().structure() != null) {
      maxAges.add(model.rules().structure().uncertainty().maxAge());
    }
    model.rules().opacities().forEach(opacity -> maxAges.add(opacity.uncertainty().maxAge()));
    this.ids = model.inputs().toArray(String[]::new);
    this.maxAgeSeconds = maxAges.stream().mapToDouble(Watch::seconds).toArray();
  }

  private static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() / NANOS_A_SECOND;
  }

  int size() {
    return ids.length;
  }

  String id(int i) {
    return ids[i];
  }

  double maxAgeSeconds(int i) {
    return maxAgeSeconds[i];
  }

  /** Whether an input is a level, in [0,1]. */
  boolean isLevel(int i) {
    return i >= members;
  }
}
