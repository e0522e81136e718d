package org.muscat.host.verify;

import java.util.ArrayList;
import java.util.List;
import org.muscat.host.config.Problems;

/** Collects what one check finds. For one thread. */
final class Findings {

  private static final int MOST = 20;

  private final String check;
  private final String subject;
  private final List<Finding> all = new ArrayList<>();

  Findings(String check, String subject) {
    this.check = check;
    this.subject = subject;
  }

  /** Adds a finding; after the first twenty of a check one more would tell nobody anything. */
  void add(String message, String fix) {
    if (all.size() < MOST) {
      all.add(new Finding(check, subject, message, fix));
    }
  }

  /** Adds what is wrong with a configuration. */
  void addAll(Problems problems, String fix) {
    problems.all().forEach(problem -> add(problem.toString(), fix));
  }

  List<Finding> all() {
    return List.copyOf(all);
  }
}
