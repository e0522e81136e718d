package org.muscat.host.bytecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The jars and folders of classes of one plugin, open for reading. As for a class loader, the first
 * of them that holds a class is the one that counts. For one thread.
 */
public final class ClassPath implements AutoCloseable {

  static final String CLASS = ".class";

  private final List<Place> places;

  private ClassPath(List<Place> places) {
    this.places = List.copyOf(places);
  }

  /**
   * Opens jars and folders.
   *
   * @throws UnreadableException if one of them cannot be read
   */
  public static ClassPath open(List<Path> paths) throws UnreadableException {
    List<Place> places = new ArrayList<>();
    for (Path path : paths) {
      try {
        places.add(Files.isDirectory(path) ? new FolderPlace(path) : new JarPlace(path));
      } catch (IOException | SecurityException e) {
        closeAll(places);
        throw new UnreadableException(path, e);
      }
    }
    return new ClassPath(places);
  }

  /** Its jars and folders, in the order in which classes are looked for. */
  public List<Place> places() {
    return places;
  }

  /**
   * The bytes of a class.
   *
   * @param type with slashes
   * @throws UnreadableException if the place that holds it cannot be read
   */
  Optional<byte[]> find(String type) throws UnreadableException {
    for (Place place : places) {
      if (place.holds(type + CLASS)) {
        return Optional.of(place.read(type + CLASS));
      }
    }
    return Optional.empty();
  }

  /** Whether a class in this place counts, and no earlier place has it too. */
  boolean counts(Place place, String type) {
    for (Place earlier : places) {
      if (earlier.holds(type + CLASS)) {
        return earlier == place;
      }
    }
    return false;
  }

  @Override
  public void close() {
    closeAll(places);
  }

  private static void closeAll(List<Place> places) {
    places.forEach(Place::close);
  }
}
