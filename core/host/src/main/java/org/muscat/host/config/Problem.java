package org.muscat.host.config;

/**
 * Something wrong with a configuration.
 *
 * @param file the file as it was named to the reader
 * @param line in the file, from 1; 0 if it is no file, such as a variable of the environment
 * @param path the way to the option, such as {@code theatres[0].bind.strait}; empty for the
 *     document itself
 * @param message which value, what was expected, what to do
 * @param code of the error reference, such as {@code P202}; empty if it has none
 */
public record Problem(String file, int line, String path, String message, String code) {

  /** A problem without a heading in the error reference. */
  public Problem(String file, int line, String path, String message) {
    this(file, line, path, message, "");
  }

  /** The same with a heading in the error reference. */
  Problem withCode(String other) {
    return new Problem(file, line, path, message, other);
  }

  @Override
  public String toString() {
    String where =
        (line == 0 ? file : file + ":" + line) + ": " + (path.isEmpty() ? "" : path + ": ");
    return where + message + (code.isEmpty() ? "" : " [" + code + "]");
  }
}
