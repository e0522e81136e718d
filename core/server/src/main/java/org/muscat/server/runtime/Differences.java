package org.muscat.server.runtime;

import java.util.Map;
import java.util.Objects;
import org.muscat.server.document.ReloadDocument.Changes;

/** What is new, different and gone. */
final class Differences {

  private Differences() {}

  /** Compares what is known by ids; equal contents mean that nothing has changed. */
  static Changes between(Map<String, String> before, Map<String, String> after) {
    return new Changes(
        after.keySet().stream().filter(id -> !before.containsKey(id)).toList(),
        after.keySet().stream()
            .filter(before::containsKey)
            .filter(id -> !Objects.equals(after.get(id), before.get(id)))
            .toList(),
        before.keySet().stream().filter(id -> !after.containsKey(id)).toList());
  }
}
