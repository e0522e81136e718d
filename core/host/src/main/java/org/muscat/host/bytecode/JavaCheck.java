package org.muscat.host.bytecode;

import java.io.IOException;
import java.util.Optional;

/** Whether this Java can load the classes of a plugin. */
public final class JavaCheck {

  /** A class for a Java that will not be there in a lifetime was damaged. */
  private static final int LAST_JAVA = 200;

  private JavaCheck() {}

  /**
   * A class that is made for a newer Java.
   *
   * @param type its name
   * @param java the Java that it needs, such as 21
   */
  public record TooNew(String type, int java) {}

  /**
   * The first class of a jar or folder that this Java cannot load. What a multi-release jar holds
   * for other Javas does not count.
   *
   * @throws UnreadableException if it cannot be read, or a class is damaged
   */
  public static Optional<TooNew> of(Place place) throws UnreadableException {
    for (String type : place.types()) {
      int java = ClassFile.javaOf(place.head(type + ClassPath.CLASS));
      if (java > LAST_JAVA) {
        throw new UnreadableException(
            place.path(), new IOException(type + ClassPath.CLASS + " is no class file"));
      }
      if (java > Runtime.version().feature()) {
        return Optional.of(new TooNew(type.replace('/', '.'), java));
      }
    }
    return Optional.empty();
  }
}
