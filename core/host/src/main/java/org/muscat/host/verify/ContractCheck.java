package org.muscat.host.verify;

import java.util.List;

/**
 * One rule of the contract, to be tried on one part of a plugin. May be run more than once, on any
 * thread that may wait; the checks of one {@link Contract} one after another.
 */
public final class ContractCheck {

  /** Tries the rule. */
  @FunctionalInterface
  interface Trial {

    /**
     * Tries the rule.
     *
     * @throws PluginFailedException if the plugin could not be called, which is then a finding
     */
    void run(Findings findings) throws PluginFailedException;
  }

  private final String id;
  private final String subject;
  private final String sentence;
  private final Trial trial;

  ContractCheck(String id, String subject, String sentence, Trial trial) {
    this.id = id;
    this.subject = subject;
    this.sentence = sentence;
    this.trial = trial;
  }

  /** Lower-case words joined by hyphens, such as {@code no-look-ahead}. */
  public String id() {
    return id;
  }

  /** What of the plugin is tried, such as {@code indicator 'oil-fear'}. */
  public String subject() {
    return subject;
  }

  /** The rule, one sentence. */
  public String sentence() {
    return sentence;
  }

  /**
   * Tries the rule. Waits for the plugin, for each call at most for its deadline and grace.
   *
   * @return what is wrong; empty if nothing is
   */
  public List<Finding> run() {
    Findings findings = new Findings(id, subject);
    try {
      trial.run(findings);
    } catch (PluginFailedException e) {
      findings.add(e.what(), e.fix());
    }
    return findings.all();
  }

  @Override
  public String toString() {
    return subject + ": " + sentence;
  }
}
