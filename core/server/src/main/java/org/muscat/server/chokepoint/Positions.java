package org.muscat.server.chokepoint;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.muscat.server.index.BoundMember;
import org.muscat.server.index.Theatre;

/**
 * Remembers, as long as this process runs, where each strait was told to be: a plugin that is away
 * takes no strait off the map. Safe for any thread.
 */
final class Positions {

  private record Key(String theatre, String member) {}

  /** With another configuration a member may be another strait. */
  private record Told(String configuration, Map<String, String> facts) {}

  private final Map<Key, Told> newest = new ConcurrentHashMap<>();

  /**
   * Remembers a reading.
   *
   * @param facts that may tell its latitude and longitude
   */
  void remember(Theatre theatre, BoundMember member, Map<String, String> facts) {
    newest.put(key(theatre, member), new Told(configuration(member), facts));
  }

  /** The facts that were remembered last. */
  Optional<Map<String, String>> of(Theatre theatre, BoundMember member) {
    return Optional.ofNullable(newest.get(key(theatre, member)))
        .filter(told -> told.configuration().equals(configuration(member)))
        .map(Told::facts);
  }

  private static Key key(Theatre theatre, BoundMember member) {
    return new Key(theatre.id(), member.id());
  }

  private static String configuration(BoundMember member) {
    return member.indicator().toString();
  }
}
