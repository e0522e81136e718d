package org.muscat.server.feed;

/** Whether a feed is asked at its interval. */
public enum Breaker {
  /** It is. */
  CLOSED,
  /** It failed again and again: it is asked less and less often, once each time. */
  OPEN
}
