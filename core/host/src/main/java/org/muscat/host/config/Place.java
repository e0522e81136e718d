package org.muscat.host.config;

/**
 * Where something is written.
 *
 * @param file the file as it was named to the reader
 * @param line in the file, from 1; 0 if it is no file, such as a variable of the environment
 * @param path the way through the document, such as {@code theatres[0].bind.strait}; empty for the
 *     document itself
 */
public record Place(String file, int line, String path) {

  Place key(String key, int keyLine) {
    return new Place(file, keyLine, path.isEmpty() ? key : path + "." + key);
  }

  Place item(int index, int itemLine) {
    return new Place(file, itemLine, path + "[" + index + "]");
  }

  Place withPath(String other) {
    return new Place(file, line, other);
  }
}
