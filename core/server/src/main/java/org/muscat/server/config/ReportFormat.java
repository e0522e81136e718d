package org.muscat.server.config;

import java.util.Locale;

/** What a report is written as. */
public enum ReportFormat {
  /** One file that needs nothing else, for people. */
  HTML,
  /** A row for each day, for programs. */
  CSV;

  /** How the name of such a file ends, without the dot. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }
}
