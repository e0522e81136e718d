package org.muscat.server.runtime;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.muscat.host.BoundIndicator;
import org.muscat.host.CallFailed;
import org.muscat.host.Outcome;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.host.load.Code;
import org.muscat.server.feed.Failures;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.BoundMember;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.Theatres;

/**
 * Tries what a new configuration has made, before anything depends on it. What is in quarantine is
 * not called, and is no reason to refuse the rest.
 */
final class Probe {

  private final Assessor assessor;
  private final Clock clock;

  Probe(Assessor assessor, Clock clock) {
    this.assessor = assessor;
    this.clock = clock;
  }

  /** Reads each new indicator once while nothing is known: it may say so, and do nothing else. */
  void indicators(Theatres before, Theatres after, Problems problems) {
    Set<BoundIndicator> known = new HashSet<>(members(before).keySet());
    Map<BoundIndicator, Place> fresh = members(after);
    fresh.keySet().removeAll(known);
    List<BoundIndicator> probed = List.copyOf(fresh.keySet());
    List<Outcome> outcomes = assessor.probe(probed, clock.instant());
    for (int i = 0; i < probed.size(); i++) {
      BoundIndicator indicator = probed.get(i);
      Place place = fresh.getOrDefault(indicator, new Place("", 0, ""));
      String what = "indicator '" + indicator.id() + "'";
      outcomes
          .get(i)
          .failure()
          .ifPresent(
              why ->
                  tell(
                      place,
                      what,
                      why,
                      " was read while nothing is known, and " + why.message(),
                      problems));
    }
  }

  private static void tell(
      Place place, String what, CallFailed why, String how, Problems problems) {
    if (why.isOfQuarantine()) {
      problems.warn(place, what + " was not tried: " + why.message());
    } else {
      problems.add(place, Code.P302.name(), what + how);
    }
  }

  /** Fetches each new feed once from where it stands. */
  void feeds(List<ConfiguredFeed> fresh, Problems problems) {
    for (ConfiguredFeed feed : fresh) {
      feed.runner()
          .probe()
          .ifPresent(
              failed ->
                  tell(
                      feed.config().config().place(),
                      "feed '" + feed.config().id() + "'",
                      failed.failure(),
                      " was asked once, and failed: " + Failures.text(failed),
                      problems));
    }
  }

  /** Where each indicator is used first. */
  private static Map<BoundIndicator, Place> members(Theatres theatres) {
    Map<BoundIndicator, Place> members = new LinkedHashMap<>();
    for (Theatre theatre : theatres.all()) {
      List<BoundMember> all = new ArrayList<>();
      Stream.of(theatre.members(), theatre.statusWords()).forEach(all::addAll);
      for (BoundMember member : all) {
        members.putIfAbsent(member.indicator(), member.place());
      }
    }
    return members;
  }
}
