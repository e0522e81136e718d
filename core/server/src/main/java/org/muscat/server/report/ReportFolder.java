package org.muscat.server.report;

import java.nio.file.Path;

/**
 * Where reports go if nothing else is said.
 *
 * @param path in the data folder
 */
public record ReportFolder(Path path) {

  private static final String NAME = "reports";

  /** That of a data folder. */
  public static ReportFolder in(Path data) {
    return new ReportFolder(data.resolve(NAME));
  }
}
