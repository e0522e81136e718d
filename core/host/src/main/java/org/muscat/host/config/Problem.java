package org.muscat.host.config;

/**
 * Something wrong with a configuration.
 *
 * @param file the file as it was named to the reader
 * @param line in the file, from 1
 * @param path the way to the option, such as {@code theatres[0].bind.strait}; empty for the
 *     document itself
 * @param message which value, what was expected, what to do
 */
public record Problem(String file, int line, String path, String message) {

  @Override
  public String toString() {
    return file + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + message;
  }
}
