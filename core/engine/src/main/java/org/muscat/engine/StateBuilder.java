package org.muscat.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.IndexState.PillarState;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.IndexState.Status;
import org.muscat.engine.Model.Pillar;

/** Writes down what a composition rests on. */
final class StateBuilder {

  private final Model model;
  private final List<JudgedPillar> judged;

  StateBuilder(Model model, List<JudgedPillar> judged) {
    this.model = model;
    this.judged = judged;
  }

  IndexState refused(String theatre, Instant asOf, double coverage, String reason) {
    return state(theatre, asOf, Status.REFUSED, reason, null, coverage, null);
  }

  IndexState scored(
      String theatre,
      Instant asOf,
      double coverage,
      Status status,
      Composition composition,
      Score score) {
    List<String> leansOn = new ArrayList<>();
    leansOn.addAll(names("held at their last value: ", j -> j.isHeld() && status == Status.HELD));
    leansOn.addAll(names("missing: ", j -> !j.isLive() && !(j.isHeld() && status == Status.HELD)));
    String reason = String.join("; ", leansOn);
    return state(theatre, asOf, status, reason, score, coverage, composition);
  }

  /** At most one text: the prefix with the members that it goes for. */
  private List<String> names(String prefix, Predicate<Judged> which) {
    List<String> names =
        judged.stream()
            .flatMap(pillar -> pillar.members().stream())
            .filter(which)
            .map(member -> member.member().id())
            .sorted()
            .toList();
    return names.isEmpty() ? List.of() : List.of(prefix + String.join(", ", names));
  }

  private IndexState state(
      String theatre,
      Instant asOf,
      Status status,
      String reason,
      @Nullable Score score,
      double coverage,
      @Nullable Composition composition) {
    List<PillarState> pillars = new ArrayList<>();
    for (JudgedPillar pillar : judged) {
      Optional<PillarMean> counted =
          composition == null ? Optional.empty() : composition.pillar(pillar.pillar().id());
      double contribution =
          composition == null || counted.isEmpty() ? 0 : composition.contribution(counted.get());
      pillars.add(pillar(pillar, counted, contribution));
    }
    return new IndexState(
        model.id(),
        model.version(),
        model.hash(),
        theatre,
        asOf,
        status,
        reason,
        score,
        coverage,
        pillars);
  }

  private PillarState pillar(
      JudgedPillar judgedPillar, Optional<PillarMean> counted, double contribution) {
    Pillar pillar = judgedPillar.pillar();
    PillarMean overLive = judgedPillar.mean(Judged::isLive);
    boolean meets = overLive.meets(model);
    List<MemberState> members = new ArrayList<>();
    for (Judged member : judgedPillar.members()) {
      members.add(member(pillar, member, counted, contribution));
    }
    @Nullable Double stability = meets ? (Double) counted.orElse(overLive).stability() : null;
    return new PillarState(
        pillar.id(),
        pillar.weight() / model.pillarWeight(),
        stability,
        overLive.coverage(),
        counted.isPresent() ? (Double) contribution : null,
        meets ? "" : shortage(overLive),
        members);
  }

  private MemberState member(
      Pillar pillar, Judged judged, Optional<PillarMean> counted, double contribution) {
    boolean counts = counted.isPresent() && counted.get().members().contains(judged);
    return new MemberState(
        judged.member().id(),
        judged.member().weight() / pillar.memberWeight(),
        judged.quality(),
        judged.reason(),
        judged.isLive() || counts ? judged.value() : null,
        judged.isLive() || counts ? judged.risk() : null,
        judged.isHeld() && counts,
        counts ? (Double) (contribution * counted.get().shareOfRisk(judged)) : null,
        judged.observedAt(),
        judged.facts());
  }

  private String shortage(PillarMean mean) {
    return String.format(
        Locale.ROOT,
        "%d indicators with %.2f of the weight are live; %d with %.2f are needed",
        mean.members().size(),
        mean.coverage(),
        model.minimumLive(),
        model.coverageFloor());
  }
}
