package org.muscat.engine.theatre;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.muscat.engine.Model;

/**
 * The inputs of a composite in their order, with the age past which a reading is missing.
 *
 * @param members how many of them are members of pillars; those after them read in [0,1]
 */
record Watch(List<String> ids, List<Duration> maxAges, int members) {

  static Watch of(Model model) {
    List<String> ids = model.inputs();
    List<Duration> maxAges = new ArrayList<>();
    for (Model.Pillar pillar : model.pillars()) {
      pillar.members().forEach(member -> maxAges.add(member.uncertainty().maxAge()));
    }
    int members = maxAges.size();
    if (model.rules().structure() != null) {
      maxAges.add(model.rules().structure().uncertainty().maxAge());
    }
    if (model.rules().opacity() != null) {
      maxAges.add(model.rules().opacity().uncertainty().maxAge());
    }
    return new Watch(ids, List.copyOf(maxAges), members);
  }
}
