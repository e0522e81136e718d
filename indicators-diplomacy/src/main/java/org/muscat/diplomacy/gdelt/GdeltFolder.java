package org.muscat.diplomacy.gdelt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;

/** The files in a folder as they were listed, by the digits of their names. Immutable. */
final class GdeltFolder {

  private final NavigableMap<String, Path> files;

  private GdeltFolder(NavigableMap<String, Path> files) {
    this.files = files;
  }

  /** A folder in which nothing was looked for yet. */
  static GdeltFolder unlisted() {
    return new GdeltFolder(new TreeMap<>());
  }

  /**
   * Lists a folder, or one file.
   *
   * @throws FeedException {@code CONFIGURATION} if it is another file, {@code UNREACHABLE} if it
   *     cannot be listed
   */
  static GdeltFolder list(Path path) throws FeedException {
    if (Files.isRegularFile(path)) {
      if (!isGdelt(path)) {
        throw new FeedException(
            Reason.CONFIGURATION,
            path
                + " is not named like a GDELT file, YYYYMMDDHHMMSS.export.CSV, or .CSV.zip;"
                + " correct 'path'");
      }
      return of(List.of(path));
    }
    try (Stream<Path> entries = Files.list(path)) {
      return of(entries.filter(GdeltFolder::isGdelt).sorted().toList());
    } catch (IOException e) {
      throw new FeedException(
          Reason.UNREACHABLE,
          "cannot list the folder " + path + " (" + e + "); create it or correct 'path'",
          e);
    }
  }

  private static GdeltFolder of(Collection<Path> sorted) {
    NavigableMap<String, Path> files = new TreeMap<>();
    // A file counts once, whether it is packed or not.
    sorted.forEach(file -> files.putIfAbsent(digits(name(file)), file));
    return new GdeltFolder(files);
  }

  /**
   * The first file behind one.
   *
   * @param name of a file, or nothing
   */
  Optional<Path> after(String name) {
    return Optional.ofNullable(files.higherEntry(digits(name))).map(Map.Entry::getValue);
  }

  /** The newest moment that a file up to one has, that one included. */
  Optional<FileStamp> lastUpTo(String name) {
    Optional<FileStamp> own = FileStamp.ofName(name);
    return own.isPresent()
        ? own
        : files.headMap(digits(name), false).descendingKeySet().stream()
            .flatMap(digits -> FileStamp.parse(digits).stream())
            .findFirst();
  }

  /** The files from one moment to another, both included. */
  List<Path> between(FileStamp from, FileStamp to) {
    return new ArrayList<>(files.subMap(from.text(), true, to.text(), true).values());
  }

  static String name(Path file) {
    return file.getFileName().toString();
  }

  private static boolean isGdelt(Path file) {
    return FileStamp.FILE_NAME.matcher(name(file)).matches();
  }

  private static String digits(String name) {
    return name.substring(0, Math.min(14, name.length()));
  }
}
