package org.muscat.server.cli;

import java.util.List;
import org.muscat.server.index.Assessment;

/** Writes scores to the standard output. For one thread. */
interface ScorePrinter extends AutoCloseable {

  /** Writes the scores of a moment; moments come in the order of time. */
  void print(List<Assessment> assessments);

  /** Writes what comes after the last. */
  default void finish() {}

  /** Cleans up, whether it was finished or not. */
  @Override
  default void close() {}
}
