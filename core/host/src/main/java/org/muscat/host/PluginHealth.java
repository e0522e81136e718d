package org.muscat.host;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.host.load.Code;

/**
 * Where a loaded plugin stands: what its calls have shown, and what an operator said. Thread-safe.
 */
final class PluginHealth {

  private volatile Verdict verdict;
  private volatile @Nullable CallFailed refusal;

  /** The health of a plugin that was loaded just now. */
  PluginHealth(String plugin, String location, String version) {
    this.verdict = new Verdict(plugin, location, version, Status.ACTIVE, "", "", "");
  }

  Verdict verdict() {
    return verdict;
  }

  boolean isQuarantined() {
    return verdict.status() == Status.QUARANTINED;
  }

  /** Why nothing of it may be called; empty if it may be. */
  Optional<CallFailed> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** An operator does not want it to be called. */
  synchronized void quarantine(String reason) {
    refusal = CallFailed.quarantinedByOperator(verdict.plugin(), reason);
    become(
        Status.QUARANTINED,
        Code.P407,
        "quarantined by an operator: " + reason,
        "Release it when the reason is gone: muscat plugins release " + verdict.plugin() + ".");
  }

  /** It may be called again, whatever was before. */
  synchronized void release() {
    refusal = null;
    become(Status.ACTIVE, null, "", "");
  }

  /** A thread was abandoned. */
  synchronized void stuck(boolean exhausted, String cause) {
    if (!isQuarantined()) {
      refusal = exhausted ? CallFailed.quarantined(verdict.plugin()) : null;
      become(
          exhausted ? Status.QUARANTINED : Status.STUCK,
          Code.P402,
          cause,
          "Repair the loop that ignores interrupts, or remove the plugin; a release gives it new"
              + " threads, a restart ends the stuck ones.");
    }
  }

  /**
   * It has more threads of its own than it may have.
   *
   * @param cause for people: how many, and which
   */
  synchronized void crowded(String cause) {
    if (!isQuarantined()) {
      refusal = CallFailed.tooManyThreads(verdict.plugin());
      become(
          Status.QUARANTINED,
          Code.P405,
          cause,
          "End every thread that the plugin starts; or, if it needs so many, allow them"
              + " (plugins.threads in muscat.yaml). A release lets it be called again.");
    }
  }

  /**
   * The last call did not give all that was asked for.
   *
   * @param stuckThreads how many of its threads were abandoned and still run: that is worse
   */
  synchronized void degraded(Code code, String cause, String fix, int stuckThreads) {
    boolean isStuck = verdict.status() == Status.STUCK && stuckThreads > 0;
    if (!isQuarantined() && !isStuck) {
      become(Status.DEGRADED, code, cause, fix);
    }
  }

  /**
   * The last call gave all that was asked for.
   *
   * @param stuckThreads how many of its threads were abandoned and still run
   */
  void sound(int stuckThreads) {
    if (verdict.status() != Status.ACTIVE) {
      recover(stuckThreads);
    }
  }

  /** A thread that was stuck may have ended in the meantime. */
  void unstuck(int stuckThreads) {
    if (verdict.status() == Status.STUCK) {
      recover(stuckThreads);
    }
  }

  private synchronized void recover(int stuckThreads) {
    boolean over =
        verdict.status() == Status.DEGRADED
            || (verdict.status() == Status.STUCK && stuckThreads == 0);
    if (over) {
      become(Status.ACTIVE, null, "", "");
    }
  }

  /** The log hears of each turn once, not of each call. */
  private void become(Status status, @Nullable Code code, String cause, String fix) {
    Verdict before = verdict;
    String name = code == null ? "" : code.name();
    verdict =
        new Verdict(before.plugin(), before.location(), before.version(), status, name, cause, fix);
    if (before.status() != status || !before.code().equals(name)) {
      VerdictLog.write(verdict);
    }
  }
}
