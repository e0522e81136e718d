package org.muscat.host.bytecode;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A jar or a folder of classes. Entries have slashes. */
public interface Place extends AutoCloseable {

  /** Where it lies. */
  Path path();

  /** The entries that a class loader of this Java finds, in no order that means anything. */
  List<String> entries();

  /** Whether there is such an entry. */
  default boolean holds(String entry) {
    return entries().contains(entry);
  }

  /**
   * The bytes of an entry that it holds.
   *
   * @throws UnreadableException if they cannot be had, or are more than {@link
   *     ClassLimits#MOST_BYTES}
   */
  byte[] read(String entry) throws UnreadableException;

  /**
   * The first bytes of an entry that it holds, as many as say what Java a class is made for.
   *
   * @throws UnreadableException if they cannot be had
   */
  byte[] head(String entry) throws UnreadableException;

  /** A main attribute of its manifest. */
  Optional<String> manifest(String attribute);

  /**
   * The classes in it, with slashes and without the ending; no descriptors of modules and packages.
   */
  default List<String> types() {
    return entries().stream()
        .filter(entry -> entry.endsWith(ClassPath.CLASS) && !entry.startsWith("META-INF/"))
        .filter(entry -> !entry.endsWith("-info.class"))
        .map(entry -> entry.substring(0, entry.length() - ClassPath.CLASS.length()))
        .toList();
  }

  /** Does not throw. */
  @Override
  void close();
}
