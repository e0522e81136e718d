package org.muscat.server.job;

import java.util.List;
import org.muscat.server.config.JobConfig.Selection;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.Theatres;

/** Which theatres a job is about. */
final class Selections {

  private Selections() {}

  /** Those that there are; {@link JobCheck} tells of others. */
  static List<Theatre> of(Theatres theatres, Selection selection) {
    return theatres.all().stream()
        .filter(one -> selection.model().map(id -> id.equals(one.model().id())).orElse(true))
        .filter(one -> selection.ids().isEmpty() || selection.ids().contains(one.id()))
        .toList();
  }
}
