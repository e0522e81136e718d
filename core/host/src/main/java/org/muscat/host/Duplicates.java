package org.muscat.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.muscat.host.load.Code;
import org.muscat.host.load.Diagnosis;
import org.muscat.host.load.Offer;

/**
 * Finds ids that are offered more than once. Nobody can say which of them is meant, so all are
 * rejected. A plugin that is rejected already costs no other plugin its place.
 */
final class Duplicates {

  private final Map<Offer, Diagnosis> found = new HashMap<>();

  private Duplicates() {}

  /** What is wrong, for those offers where something is. */
  static Map<Offer, Diagnosis> in(List<Offer> offers) {
    Duplicates duplicates = new Duplicates();
    for (Offer offer : offers) {
      duplicates.check(List.of(offer), "feed", Duplicates::feedIds);
      duplicates.check(List.of(offer), "indicator", Duplicates::indicatorIds);
    }
    duplicates.check(duplicates.sound(offers), "plugin", offer -> List.of(offer.descriptor().id()));
    List<Offer> distinct = duplicates.sound(offers);
    duplicates.check(distinct, "feed", Duplicates::feedIds);
    duplicates.check(distinct, "indicator", Duplicates::indicatorIds);
    return duplicates.found;
  }

  private List<Offer> sound(List<Offer> offers) {
    return offers.stream().filter(offer -> !found.containsKey(offer)).toList();
  }

  private void check(List<Offer> offers, String kind, Function<Offer, List<String>> ids) {
    Map<String, List<Offer>> byId = new TreeMap<>();
    for (Offer offer : offers) {
      ids.apply(offer).forEach(id -> byId.computeIfAbsent(id, x -> new ArrayList<>()).add(offer));
    }
    byId.forEach(
        (id, owners) -> {
          if (owners.size() > 1) {
            Diagnosis diagnosis = diagnosis(kind, id, owners);
            owners.forEach(owner -> found.putIfAbsent(owner, diagnosis));
          }
        });
  }

  private static Diagnosis diagnosis(String kind, String id, List<Offer> owners) {
    List<String> places =
        owners.stream().map(owner -> owner.candidate().location().toString()).distinct().toList();
    return new Diagnosis(
        Code.P104,
        "the "
            + kind
            + " id '"
            + id
            + "' is offered "
            + (places.size() == 1 ? "more than once by " : "by ")
            + String.join(" and by ", places),
        "Keep one of them, or give one another id.");
  }

  private static List<String> feedIds(Offer offer) {
    return offer.feeds().stream().map(feed -> feed.descriptor().id()).toList();
  }

  private static List<String> indicatorIds(Offer offer) {
    return offer.indicators().stream().map(indicator -> indicator.descriptor().id()).toList();
  }
}
