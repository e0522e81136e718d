package org.muscat.server.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muscat.engine.Model;
import org.muscat.engine.Movement.Counterfactual;
import org.muscat.host.CallFailed;
import org.muscat.host.Outcome;
import org.muscat.host.ReadRequest;
import org.muscat.spi.Inputs;
import org.muscat.spi.Reading;
import org.muscat.store.History;

/** What the members of pillars would have read: with revised values, and without news. */
final class Counterfactuals {

  private final Readings readings;
  private final Theatre theatre;

  Counterfactuals(Readings readings, Theatre theatre) {
    this.readings = readings;
    this.theatre = theatre;
  }

  /**
   * By the ids of the members.
   *
   * @param history of what they read
   * @throws ReadingFailedException if a plugin does not answer just now
   */
  Map<String, Counterfactual> between(Instant from, Instant to, History history) {
    List<BoundMember> members = new ArrayList<>();
    for (Model.Pillar pillar : theatre.model().pillars()) {
      pillar.members().forEach(member -> members.add(theatre.member(member.id())));
    }
    Map<String, Counterfactual> all = new HashMap<>();
    for (BoundMember member : members) {
      List<Inputs.Input> own = member.indicator().inputs().all();
      List<Reading> read =
          read(
              to,
              new ReadRequest(member.indicator(), history.restated(from, from, to, own)),
              new ReadRequest(member.indicator(), history.restated(to, from, to, own)));
      all.put(member.id(), new Counterfactual(read.get(0), read.get(1)));
    }
    return all;
  }

  private List<Reading> read(Instant to, ReadRequest... requests) {
    List<Reading> read = new ArrayList<>();
    for (Outcome outcome : readings.readAll(List.of(requests)).outcomes()) {
      Optional<CallFailed> failure = outcome.failure().filter(Reader::isOfTheMoment);
      if (failure.isPresent()) {
        throw new ReadingFailedException(theatre.id(), to, failure.get());
      }
      read.add(outcome.reading());
    }
    return read;
  }
}
