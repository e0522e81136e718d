package org.muscat.host.bytecode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.MuscatPlugin;

/**
 * Plugins whose link check found nothing, written down so that a start need not look again. What it
 * finds depends on the bytes of the plugin, of the contract and of the check itself, and on the
 * Java that runs; all of that stands in the file, and if any of it is another, the check is made.
 * Immutable.
 */
public final class Fitting {

  /** None is known. */
  static final Fitting NONE = new Fitting(Set.of(), List.of());

  /** In the folder of plugins; hidden, so that nobody takes it for one. */
  private static final String FILE = ".fitting";

  private final Set<String> lines;
  private final List<Path> own;

  private Fitting(Set<String> lines, List<Path> own) {
    this.lines = lines;
    this.own = own;
  }

  /** Those that a folder of plugins names; none if it does not, or what it says cannot be read. */
  public static Fitting of(@Nullable Path folder) {
    return folder == null || !Files.isRegularFile(folder.resolve(FILE)) ? NONE : of(folder, own());
  }

  static Fitting of(Path folder, List<Path> own) {
    try {
      return new Fitting(new HashSet<>(Files.readAllLines(folder.resolve(FILE))), own);
    } catch (IOException e) {
      // Then all are looked at, as if the file were not there.
      return NONE;
    }
  }

  /**
   * Writes down which of the plugins of a folder fit, in place of what was written before.
   *
   * @param plugins the class path of each
   * @throws IOException if the file cannot be written
   */
  public static void write(Path folder, List<List<Path>> plugins) throws IOException {
    write(folder, plugins, own());
  }

  static void write(Path folder, List<List<Path>> plugins, List<Path> own) throws IOException {
    List<String> fitting = new ArrayList<>();
    for (List<Path> paths : plugins) {
      if (fits(paths)) {
        line(own, paths).ifPresent(fitting::add);
      }
    }
    Files.write(folder.resolve(FILE), fitting);
  }

  private static boolean fits(List<Path> paths) {
    try (ClassPath classPath = ClassPath.open(paths)) {
      return LinkCheck.of(classPath).isEmpty();
    } catch (UnreadableException e) {
      // That is said at each start.
      return false;
    }
  }

  /** Whether a plugin is one of them, by its bytes. */
  boolean has(ClassPath classPath) throws UnreadableException {
    List<Path> paths = classPath.places().stream().map(Place::path).toList();
    try {
      return !lines.isEmpty() && line(own, paths).filter(lines::contains).isPresent();
    } catch (IOException e) {
      throw new UnreadableException(paths.get(0), e);
    }
  }

  /** What the check depends on; empty if some of it is a folder, as while it is developed. */
  private static Optional<String> line(List<Path> own, List<Path> paths) throws IOException {
    StringBuilder line = new StringBuilder("Java ").append(Runtime.version());
    for (List<Path> files : List.of(own, paths)) {
      for (Path file : files) {
        if (!Files.isRegularFile(file)) {
          return Optional.empty();
        }
        line.append(", ").append(Mark.of(file));
      }
    }
    return Optional.of(line.toString());
  }

  /** The contract and the check. */
  private static List<Path> own() {
    return List.of(place(MuscatPlugin.class), place(LinkCheck.class));
  }

  private static Path place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      // Without a place it is no file.
      return source == null ? Path.of("") : Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type + " comes from " + source, e);
    }
  }
}
