package org.muscat.server.feed;

import java.time.Instant;
import java.util.List;
import org.muscat.host.CallFailed;
import org.muscat.host.FetchOutcome;
import org.muscat.server.feed.Fetched.Failure;
import org.muscat.spi.FeedException.Reason;
import org.muscat.store.StoreException;
import org.muscat.store.VintageBreak;

/** Says why a fetch failed: in a word that can be counted, and in one line. */
public final class Failures {

  private Failures() {}

  /** The feed's own reason first, if it gave one. */
  public static String text(FetchOutcome.Failed failed) {
    String message = failed.failure().message();
    return failed.reason().map(reason -> reason + ": " + message).orElse(message);
  }

  /** What a call of a feed gave instead of a batch. */
  static FetchStopped of(FetchOutcome.Failed failed, Instant now) {
    CallFailed call = failed.failure();
    return new FetchStopped(
        new Failure(
            failed.reason().map(Reason::name).orElse(call.kind().name()),
            call.message(),
            failed.retryAfter().map(now::plus).orElse(null)),
        call.kind() == CallFailed.Kind.CLOSED);
  }

  /** The store cannot keep what the feed brought. */
  static Failure store(StoreException e) {
    return new Failure("STORE", String.valueOf(e.getMessage()), null);
  }

  /** Muscat itself failed, of which nobody thought. */
  static Failure unforeseen(Throwable thrown) {
    return new Failure("MUSCAT", "Muscat failed: " + thrown + "; report it with its log", null);
  }

  /** Without this a feed that gets nowhere would be fetched for ever. */
  public static String standstill(String cursor) {
    return "the feed says that there is more but stays at '"
        + cursor
        + "'; tell the author of the plugin";
  }

  static FetchStopped invalid(String detail) {
    return stopped(CallFailed.Kind.INVALID_RESULT.name(), detail);
  }

  /** An answer without an observation in it, where there must be some. */
  static FetchStopped empty(String what) {
    return stopped(
        Reason.SOURCE_CHANGED.name(),
        what + "; until shown otherwise the source answers in another shape");
  }

  /** A past that was told anew, by a feed that cannot be asked for all of it. */
  static FetchStopped broken(List<VintageBreak> seen) {
    VintageBreak first = seen.get(0);
    return stopped(
        "VINTAGE_BREAK",
        first
            + (seen.size() > 1 ? ", and likewise of " + (seen.size() - 1) + " other series" : "")
            + "; nothing of it was stored. Import its whole history with --vintage "
            + first.number());
  }

  /** A history that is read again, and is more than can be held or does not end. */
  static FetchStopped endless(int observations) {
    return invalid(
        "the history that has to be read again had no end after "
            + observations
            + " observations; import it with --vintage");
  }

  /** A history that is read again, while somebody waits for the feed: it begins anew afterwards. */
  static FetchStopped interrupted() {
    return new FetchStopped(
        new Failure("INTERRUPTED", "the configuration is being changed", null), true);
  }

  private static FetchStopped stopped(String reason, String detail) {
    return new FetchStopped(new Failure(reason, detail, null));
  }
}
