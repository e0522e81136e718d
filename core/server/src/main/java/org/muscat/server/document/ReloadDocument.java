package org.muscat.server.document;

import java.util.List;
import org.muscat.host.config.Problem;

/**
 * What a new configuration has changed.
 *
 * @param theatres by their ids; one is changed if its model file is
 * @param feeds by their ids
 * @param warnings what works and should be changed
 */
public record ReloadDocument(Changes theatres, Changes feeds, List<Problem> warnings) {

  /** What is new, what is different and what is gone, each in its order. */
  public record Changes(List<String> added, List<String> changed, List<String> removed) {

    public Changes {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
      removed = List.copyOf(removed);
    }
  }

  public ReloadDocument {
    warnings = List.copyOf(warnings);
  }
}
