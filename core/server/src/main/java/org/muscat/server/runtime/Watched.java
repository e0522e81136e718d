package org.muscat.server.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a configuration, and how they were when they were read last. Safe for any thread.
 */
final class Watched {

  private final Path configFile;
  private final Set<Path> models = new LinkedHashSet<>();
  private Map<String, String> asRead;

  /**
   * Files that have been read.
   *
   * @param models files, or folders of them
   */
  Watched(Path configFile, List<Path> models) {
    this.configFile = configFile;
    this.models.addAll(models);
    this.asRead = now();
  }

  /** They are about to be read. */
  synchronized void reading() {
    asRead = now();
  }

  /** The file that was read names these models; those before may be named again. */
  synchronized void read(List<Path> named) {
    if (models.addAll(named)) {
      Map<String, String> before = asRead;
      asRead = now();
      asRead.putAll(before);
    }
  }

  /** How the files are now, by their paths. */
  synchronized Map<String, String> now() {
    Map<String, String> now = new TreeMap<>();
    now.put(configFile.toString(), stamp(configFile));
    for (Path model : models) {
      now.put(model.toString(), Files.isDirectory(model) ? "a folder" : stamp(model));
      inside(model).forEach(file -> now.put(file.toString(), stamp(file)));
    }
    return now;
  }

  /** Whether this is how they were when they were read. */
  synchronized boolean isAsRead(Map<String, String> now) {
    return asRead.equals(now);
  }

  private static List<Path> inside(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList();
    } catch (IOException e) {
      // Reading it says why; here it is a change like any other.
      return List.of();
    }
  }

  private static String stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.lastModifiedTime() + " " + attributes.size();
    } catch (IOException e) {
      return "absent";
    }
  }
}
