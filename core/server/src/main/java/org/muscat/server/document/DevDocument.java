package org.muscat.server.document;

import java.util.List;

/**
 * What {@code muscat dev} says beside the index.
 *
 * @param dev whether this is {@code muscat dev}
 * @param plugin the folder or jar that is watched; empty if it is not
 * @param loads how often the plugin was loaded, since the start
 * @param problems what is wrong with it; none if all is well
 */
public record DevDocument(boolean dev, String plugin, int loads, List<Problem> problems) {

  /** For everything but {@code muscat dev}. */
  public static final DevDocument NONE = new DevDocument(false, "", 0, List.of());

  public DevDocument {
    problems = List.copyOf(problems);
  }

  /**
   * Something that is wrong.
   *
   * @param code of the error reference, or a word such as {@code COMPILE}
   * @param cause what is wrong, with the line
   * @param fix what to do, one sentence; empty if that depends
   */
  public record Problem(String code, String cause, String fix) {

    /** In one line, for a terminal. */
    @Override
    public String toString() {
      return code + ": " + cause + (fix.isEmpty() ? "" : " " + fix);
    }
  }
}
