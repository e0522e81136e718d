package org.muscat.server.job;

import java.util.List;
import org.muscat.server.index.Assessment;

/** What plugins answered when theatres were assessed for a run. */
final class Answers {

  private Answers() {}

  /**
   * Another try may get what a plugin did not say just now.
   *
   * @throws IllegalStateException if there is something of the kind
   */
  static void require(List<Assessment> assessments) {
    for (Assessment assessment : assessments) {
      assessment
          .basis()
          .failure()
          .ifPresent(
              failure -> {
                throw new IllegalStateException(
                    "theatre '" + assessment.theatre().id() + "': indicator " + failure.message());
              });
    }
  }

  /** How many have a score, in one line for people. */
  static String scored(List<Assessment> assessments) {
    long scored = assessments.stream().filter(one -> one.state().scored().isPresent()).count();
    return scored + " of " + assessments.size() + " theatres have a score";
  }
}
