package org.muscat.server.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files under some folders as they are now: equal footprints, nothing changed.
 *
 * @param files when each was changed, and its size
 */
record Footprint(Map<Path, Trace> files) {

  /** One file. */
  record Trace(Instant changed, long size) {}

  /**
   * Takes a footprint.
   *
   * @param places files and folders; one that is not there has none
   * @param except a folder that is left out
   */
  static Footprint of(List<Path> places, Path except) {
    Map<Path, Trace> files = new TreeMap<>();
    for (Path place : places) {
      try {
        if (Files.exists(place)) {
          Files.walkFileTree(place, new Collector(files, except));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot look at " + place, e);
      }
    }
    return new Footprint(files);
  }

  /** When the newest file with this suffix was changed; empty if there is none. */
  Optional<Instant> newest(String suffix) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().toString().endsWith(suffix))
        .map(file -> file.getValue().changed())
        .max(Comparator.naturalOrder());
  }

  private static final class Collector extends SimpleFileVisitor<Path> {

    private final Map<Path, Trace> files;
    private final Path except;

    Collector(Map<Path, Trace> files, Path except) {
      this.files = files;
      this.except = except;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.equals(except) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      files.put(file, new Trace(attributes.lastModifiedTime().toInstant(), attributes.size()));
      return FileVisitResult.CONTINUE;
    }

    /** A build removes files while we look: what is gone has no trace. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException gone) {
      return FileVisitResult.CONTINUE;
    }
  }
}
