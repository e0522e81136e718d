package org.muscat.host.bytecode;

/** What code can do that a host cannot stop in its own JVM, or that the contract asks it not to. */
public enum Hazard {
  /** It ends the program. */
  EXIT(Severity.DANGER, "ends the host with all other plugins; throw an exception instead"),
  /** It starts another program. */
  PROCESS(Severity.DANGER, "starts a program that the host does not know of and does not end"),
  /** It runs code that is not Java. */
  NATIVE(Severity.DANGER, "runs native code, whose faults end the host"),
  /** It writes to memory past the rules of Java. */
  UNSAFE(Severity.DANGER, "gets round the rules of Java, and its faults may end the host"),
  /** It changes what all code of the JVM shares. */
  SHARED_STATE(Severity.WARNING, "changes what the host and all its plugins share"),
  /** It opens what another class keeps to itself. */
  REFLECTION(Severity.WARNING, "opens what another class keeps to itself; the next one may not"),
  /** It has threads of its own. */
  THREADS(Severity.WARNING, "starts threads that no deadline ends; let the host's thread work"),
  /** It goes to the network by itself. */
  NETWORK(
      Severity.WARNING,
      "goes to the network past the host's limits, proxy and recording; use FeedContext.http()"),
  /** It reads or writes files. */
  FILES(Severity.NOTE, "uses files; only a feed should, below FeedContext.baseFolder()"),
  /** It takes the time from the computer. */
  CLOCK(
      Severity.NOTE,
      "reads a clock; an indicator has SeriesView.asOf(), a feed FeedContext.clock()"),
  /** It takes numbers from chance. */
  CHANCE(Severity.NOTE, "gives other numbers each time; a seed makes them repeatable");

  private final Severity severity;
  private final String meaning;

  Hazard(Severity severity, String meaning) {
    this.severity = severity;
    this.meaning = meaning;
  }

  /** How bad it is in code that is no indicator. */
  Severity severity() {
    return severity;
  }

  /** How bad it is in an indicator, which is pure. */
  Severity severityInIndicator() {
    return severity == Severity.NOTE ? Severity.WARNING : severity;
  }

  /** What is bad about it, or what to do instead. */
  public String meaning() {
    return meaning;
  }
}
