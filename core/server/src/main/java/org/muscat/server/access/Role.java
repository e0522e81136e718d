package org.muscat.server.access;

import java.util.Locale;

/**
 * What somebody must be to use a route. Each role may do all that those before it may; the order is
 * part of the meaning.
 */
public enum Role {
  /** Nobody in particular: health, and that there is a door at all. */
  OPEN,
  /** Reads everything: index, history, metrics, page; asks what-ifs, which change nothing. */
  VIEWER,
  /** Also takes plugins out of service and back. */
  OPERATOR,
  /** Also makes Muscat read its configuration again. */
  ADMIN;

  /** Whether somebody with this role may use what demands another. */
  public boolean covers(Role demanded) {
    return compareTo(demanded) >= 0;
  }

  /** As users write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
