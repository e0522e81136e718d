package org.muscat.host.verify;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.muscat.spi.FeedException.Reason;

/** How a played source treats a feed. */
public enum Mood {
  /** Answers as the source does on a good day. */
  WELL,
  /** Gives the same good answer, piece by piece. */
  SLOW,
  /** 401. */
  UNAUTHORISED,
  /** 429. */
  RATE_LIMITED,
  /** 503. */
  FAILED,
  /** 200 with bytes that mean nothing. */
  GARBAGE,
  /** 200 without a body. */
  EMPTY,
  /** 200 with a text that says that something failed. */
  ERROR_AS_SUCCESS,
  /** Takes the request and says nothing. */
  HANGING;

  /** The reasons that a feed may then give; empty if it is to bring observations. */
  Set<Reason> reasons() {
    return switch (this) {
      case WELL, SLOW -> EnumSet.noneOf(Reason.class);
      case UNAUTHORISED -> EnumSet.of(Reason.UNAUTHORISED);
      case RATE_LIMITED -> EnumSet.of(Reason.RATE_LIMITED);
      case FAILED -> EnumSet.of(Reason.SOURCE_FAILED);
      case GARBAGE, EMPTY -> EnumSet.of(Reason.BAD_DATA, Reason.SOURCE_CHANGED);
      case ERROR_AS_SUCCESS ->
          EnumSet.of(
              Reason.BAD_DATA,
              Reason.SOURCE_CHANGED,
              Reason.SOURCE_FAILED,
              Reason.UNAUTHORISED,
              Reason.RATE_LIMITED);
      case HANGING -> EnumSet.of(Reason.TIMED_OUT);
    };
  }

  /** In words: {@code rate limited}. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
