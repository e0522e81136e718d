package org.muscat.host;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.muscat.host.guard.CallResult;
import org.muscat.host.load.ElsewhereException;
import org.muscat.host.load.PlainText;
import org.muscat.host.load.PluginThrewException;
import org.muscat.host.load.Thrown;

/**
 * Why a call into a plugin gave nothing.
 *
 * @param kind coarse enough to count
 * @param plugin the id of the plugin
 * @param message what happened, with class and message of the root exception if there is one
 */
public record CallFailed(Kind kind, String plugin, String message) {

  /** The ways in which a call can fail. */
  public enum Kind {
    /** The plugin threw an exception. */
    THREW("P406"),
    /** It passed its deadline, and ended when interrupted. */
    TIMED_OUT("P401"),
    /** It passed its deadline and ignored the interrupt; its thread was abandoned. */
    STUCK("P402"),
    /** It gave something that is no result, such as null. */
    INVALID_RESULT("P403"),
    /** It was not called: an earlier call still runs, or took all the time there was. */
    SKIPPED(""),
    /** The process of the plugin ended during the call, or is being started again. */
    PROCESS_AWAY("P408"),
    /** It was not called: too many calls before came too late. */
    BREAKER_OPEN("P404"),
    /** It was not called: the threads of its plugin are used up. */
    QUARANTINED("P402"),
    /** It was not called: its plugin has more threads of its own than it may have. */
    TOO_MANY_THREADS("P405"),
    /** It was not called: an operator quarantined its plugin. */
    QUARANTINED_BY_OPERATOR("P407"),
    /** It was not called, or not waited for: the host is closing. */
    CLOSED("");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The heading in the error reference; empty if there is none. */
    public String code() {
      return code;
    }
  }

  /** Whether nothing of the plugin is called, since it is in quarantine, whoever put it there. */
  public boolean isOfQuarantine() {
    return switch (kind) {
      case QUARANTINED, TOO_MANY_THREADS, QUARANTINED_BY_OPERATOR -> true;
      case THREW, TIMED_OUT, STUCK, INVALID_RESULT, SKIPPED, PROCESS_AWAY, BREAKER_OPEN, CLOSED ->
          false;
    };
  }

  static CallFailed threw(String plugin, Throwable thrown) {
    return new CallFailed(Kind.THREW, plugin, "failed: " + Thrown.describe(thrown));
  }

  /** What a call threw; told by the plugin already, or asked for it now. */
  static CallFailed ofThrown(String plugin, Throwable thrown) {
    if (thrown instanceof PluginThrewException told) {
      return told.thrown() instanceof ElsewhereException elsewhere && elsewhere.isOfTheProcess()
          ? away(plugin, elsewhere)
          : new CallFailed(Kind.THREW, plugin, "failed: " + told.description());
    }
    return thrown instanceof ElsewhereException elsewhere && elsewhere.isOfTheProcess()
        ? away(plugin, elsewhere)
        : threw(plugin, thrown);
  }

  private static CallFailed away(String plugin, ElsewhereException elsewhere) {
    return new CallFailed(
        Kind.PROCESS_AWAY,
        plugin,
        "failed: " + PlainText.shortLine(String.valueOf(elsewhere.getMessage())));
  }

  static CallFailed invalid(String plugin, String what) {
    return new CallFailed(Kind.INVALID_RESULT, plugin, "failed: " + what);
  }

  /** The failure in the end of a call; empty if the call returned. */
  static Optional<CallFailed> of(String plugin, CallResult<?> result) {
    if (result instanceof CallResult.Returned) {
      return Optional.empty();
    }
    if (result instanceof CallResult.Threw<?> threw) {
      return Optional.of(ofThrown(plugin, threw.thrown()));
    }
    if (result instanceof CallResult.TimedOut<?> late) {
      return Optional.of(timedOut(plugin, late.deadline()));
    }
    if (result instanceof CallResult.Stuck<?> stuck) {
      String message =
          "timed out after " + stuck.deadline() + " and ignored the interrupt; thread abandoned";
      return Optional.of(new CallFailed(Kind.STUCK, plugin, message));
    }
    if (result instanceof CallResult.Busy) {
      return Optional.of(
          new CallFailed(Kind.SKIPPED, plugin, "skipped: an earlier call still runs"));
    }
    return Optional.of(
        result instanceof CallResult.Exhausted ? quarantined(plugin) : closed(plugin));
  }

  static CallFailed timedOut(String plugin, Duration deadline) {
    return new CallFailed(Kind.TIMED_OUT, plugin, "timed out after " + deadline);
  }

  static CallFailed late(String plugin, Instant deadline) {
    return new CallFailed(
        Kind.TIMED_OUT, plugin, "not called: the deadline " + deadline + " has passed already");
  }

  static CallFailed closed(String plugin) {
    return new CallFailed(
        Kind.CLOSED, plugin, "not called, or not waited for: the host is closing");
  }

  static CallFailed breakerOpen(String plugin, Duration left) {
    return new CallFailed(
        Kind.BREAKER_OPEN,
        plugin,
        "not called: too many calls came too late; the next try is in "
            + Duration.ofSeconds(Math.max(1, left.toSeconds())));
  }

  static CallFailed quarantinedByOperator(String plugin, String reason) {
    return new CallFailed(
        Kind.QUARANTINED_BY_OPERATOR, plugin, "not called: quarantined by an operator: " + reason);
  }

  static CallFailed tooManyThreads(String plugin) {
    return new CallFailed(
        Kind.TOO_MANY_THREADS, plugin, "not called: quarantined, it left too many threads behind");
  }

  static CallFailed quarantined(String plugin) {
    return new CallFailed(
        Kind.QUARANTINED, plugin, "not called: quarantined, its threads are stuck");
  }
}
