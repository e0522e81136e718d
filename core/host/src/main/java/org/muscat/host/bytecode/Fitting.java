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
 * Plugins in whose jars nothing was found, written down so that a start need not look again. What
 * is found depends on the bytes of the plugin, of the contract and of the host that looks, and on
 * the Java that runs; all of that stands in the file, and if any of it is another, they are looked
 * at. Immutable.
 */
public final class Fitting {

  /** In the folder of plugins; hidden, so that nobody takes it for one. */
  private static final String FILE = ".fitting";

  private final Set<String> lines;
  private final Optional<String> host;

  private Fitting(Set<String> lines, Optional<String> host) {
    this.lines = lines;
    this.host = host;
  }

  /** Read once: it does not change while it runs. */
  private static final class Host {
    static final Optional<String> LINE =
        line(List.of(place(MuscatPlugin.class), place(Host.class)));

    private static Path place(Class<?> type) {
      CodeSource source = type.getProtectionDomain().getCodeSource();
      try {
        // Without a place it is no file.
        return source == null ? Path.of("") : Path.of(source.getLocation().toURI());
      } catch (URISyntaxException e) {
        throw new IllegalStateException(type + " comes from " + source, e);
      }
    }

    /** The Java, the contract and the check. */
    static Optional<String> line(List<Path> own) {
      try {
        return marks(own).map(marks -> "Java " + Runtime.version() + marks);
      } catch (UnreadableException e) {
        // Then all are looked at; that this host cannot be read is no fault of theirs.
        return Optional.empty();
      }
    }
  }

  /** Those that a folder of plugins names; none if it does not, or what it says cannot be read. */
  public static Fitting of(@Nullable Path folder) {
    Set<String> lines = lines(folder);
    return new Fitting(lines, lines.isEmpty() ? Optional.empty() : Host.LINE);
  }

  static Fitting of(Path folder, List<Path> own) {
    return new Fitting(lines(folder), Host.line(own));
  }

  private static Set<String> lines(@Nullable Path folder) {
    try {
      return folder != null && Files.isRegularFile(folder.resolve(FILE))
          ? new HashSet<>(Files.readAllLines(folder.resolve(FILE)))
          : Set.of();
    } catch (IOException e) {
      // Then all are looked at, as if the file were not there.
      return Set.of();
    }
  }

  /**
   * Writes down which plugins of a folder fit, in place of what was written before.
   *
   * @param fitting the class path of each
   * @throws IOException if the file cannot be written
   * @throws UnreadableException if a jar cannot be read
   */
  public static void write(Path folder, List<List<Path>> fitting)
      throws IOException, UnreadableException {
    write(folder, fitting, Host.LINE);
  }

  static void write(Path folder, List<List<Path>> fitting, List<Path> own)
      throws IOException, UnreadableException {
    write(folder, fitting, Host.line(own));
  }

  private static void write(Path folder, List<List<Path>> fitting, Optional<String> host)
      throws IOException, UnreadableException {
    List<String> lines = new ArrayList<>();
    for (List<Path> classPath : fitting) {
      line(host, classPath).ifPresent(lines::add);
    }
    Files.write(folder.resolve(FILE), lines);
  }

  /**
   * Whether a plugin is one of them, by its bytes.
   *
   * @param classPath its jars, in their order
   * @throws UnreadableException if one of them cannot be read
   */
  public boolean has(List<Path> classPath) throws UnreadableException {
    return host.isPresent()
        && !lines.isEmpty()
        && line(host, classPath).filter(lines::contains).isPresent();
  }

  /** What is found depends on this alone; empty if some of it is a folder, as in development. */
  private static Optional<String> line(Optional<String> host, List<Path> classPath)
      throws UnreadableException {
    Optional<String> marks = marks(classPath);
    return host.flatMap(start -> marks.map(rest -> start + rest));
  }

  private static Optional<String> marks(List<Path> files) throws UnreadableException {
    StringBuilder marks = new StringBuilder();
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try {
        marks.append(", ").append(Mark.of(file));
      } catch (IOException e) {
        throw new UnreadableException(file, e);
      }
    }
    return Optional.of(marks.toString());
  }
}
