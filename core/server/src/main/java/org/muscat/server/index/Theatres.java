package org.muscat.server.index;

import java.util.List;
import java.util.Optional;

/**
 * All theatres of all models.
 *
 * @param all in the order of the configuration, with unique ids
 */
public record Theatres(List<Theatre> all) {

  public Theatres {
    all = List.copyOf(all);
  }

  /** The theatre with this id, if there is one. */
  public Optional<Theatre> find(String id) {
    return all.stream().filter(theatre -> theatre.id().equals(id)).findFirst();
  }
}
