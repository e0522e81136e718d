package org.muscat.engine;

import java.util.List;
import java.util.function.Predicate;
import org.muscat.engine.Model.Pillar;

/** A pillar with all its members judged. */
record JudgedPillar(Pillar pillar, List<Judged> members) {

  JudgedPillar {
    members = List.copyOf(members);
  }

  /** The mean over the members that count. */
  PillarMean mean(Predicate<Judged> counts) {
    return new PillarMean(pillar, members.stream().filter(counts).toList());
  }
}
