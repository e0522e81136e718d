package org.muscat.server.config;

import org.muscat.host.config.Place;

/** The place of what is not written anywhere. */
final class NoPlace {

  private NoPlace() {}

  static Place of(String option) {
    return new Place("(default)", 0, option);
  }
}
