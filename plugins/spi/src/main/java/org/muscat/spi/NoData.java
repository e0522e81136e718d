package org.muscat.spi;

/**
 * There is no measurement.
 *
 * @param reason what is missing, how much of it, and what would be needed; not blank
 */
public record NoData(String reason) implements Reading {

  public NoData {
    Ids.requireText("reason", reason);
  }
}
