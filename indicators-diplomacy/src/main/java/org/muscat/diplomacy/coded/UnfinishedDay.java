package org.muscat.diplomacy.coded;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days that nobody can have coded yet. A coded day without an event says that all was quiet; of a
 * day that is not over nobody knows that.
 */
public final class UnfinishedDay {

  private UnfinishedDay() {}

  /**
   * What is wrong with the last coded day of a file.
   *
   * @param codedThrough the last day that the file calls coded
   * @param today the day that runs, UTC
   * @return a message for the coder; empty if that day is over
   */
  public static Optional<String> problem(LocalDate codedThrough, LocalDate today) {
    return codedThrough.isBefore(today)
        ? Optional.empty()
        : Optional.of(
            "codedThrough "
                + codedThrough
                + " is not over, it is only "
                + today
                + "; write the last day that you coded, at the latest "
                + today.minusDays(1));
  }
}
