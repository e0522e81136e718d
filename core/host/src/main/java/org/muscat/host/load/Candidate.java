package org.muscat.host.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that should be a plugin: a folder with jars, a jar, or classes that a build has just
 * made.
 *
 * @param location the folder or jar, for people
 * @param classPath its jars and folders of classes, in the order in which classes are looked for
 * @param unreadable why it cannot be looked into; empty if it can
 */
public record Candidate(Path location, List<Path> classPath, Optional<String> unreadable) {

  private static final Logger log = LoggerFactory.getLogger(Candidate.class);
  private static final String JAR = ".jar";

  public Candidate {
    classPath = List.copyOf(classPath);
  }

  /** One that can be looked into. */
  public Candidate(Path location, List<Path> classPath) {
    this(location, classPath, Optional.empty());
  }

  /**
   * The candidates in a folder, by name. Hidden files and empty folders are not looked at; a folder
   * that holds anything is meant to be a plugin, and has an empty class path if it holds no jar. So
   * is whatever is called a jar, and a folder that cannot be read.
   *
   * @throws IOException if the folder itself cannot be listed
   */
  public static List<Candidate> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder + " (the plugins folder)");
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Path path : visible(folder)) {
      candidate(path)
          .ifPresentOrElse(
              candidates::add,
              () ->
                  log.atInfo()
                      .addKeyValue("event", "plugin-place-ignored")
                      .addKeyValue("location", path)
                      .log("not a plugin: neither a jar nor a folder with something in it"));
    }
    return candidates;
  }

  private static Optional<Candidate> candidate(Path path) {
    try {
      List<Path> classPath = classPath(path);
      if (!classPath.isEmpty() || holdsAnything(path)) {
        return Optional.of(new Candidate(path, classPath));
      }
    } catch (IOException e) {
      return Optional.of(new Candidate(path, List.of(), Optional.of(e.toString())));
    }
    return endsWithJar(path.getFileName().toString()) && !Files.isDirectory(path)
        ? Optional.of(new Candidate(path, List.of(), Optional.of("it is no file")))
        : Optional.empty();
  }

  /**
   * The candidate at one place: a jar, a folder with jars, or a folder of classes with its service
   * file. Whatever is no jar and yet called so is a candidate too; its verdict says what is wrong.
   *
   * @throws IOException if there is nothing, or nothing of that kind
   */
  public static Candidate of(Path location) throws IOException {
    if (Files.notExists(location)) {
      throw new NoSuchFileException(location.toString());
    }
    List<Path> classPath = classPath(location);
    if (classPath.isEmpty()) {
      throw new IOException(
          location
              + " is no plugin: neither a jar nor a folder with jars, nor one of classes with "
              + Discovery.SERVICE_FILE);
    }
    return new Candidate(location, classPath);
  }

  /**
   * The plugin of a project that is being worked on.
   *
   * @param location the project, for people
   * @param classPath its folders of classes, and the jars that it depends on
   */
  public static Candidate ofClasses(Path location, List<Path> classPath) {
    return new Candidate(location, classPath);
  }

  /** What to call it while its id is not known. */
  public String name() {
    Path last = location.toAbsolutePath().normalize().getFileName();
    String file = last == null ? location.toString() : last.toString();
    return endsWithJar(file) ? file.substring(0, file.length() - JAR.length()) : file;
  }

  private static List<Path> classPath(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return isJar(path) ? List.of(path) : List.of();
    }
    List<Path> found = new ArrayList<>();
    if (Files.isRegularFile(path.resolve(Discovery.SERVICE_FILE))) {
      found.add(path);
    }
    found.addAll(jars(path));
    return found;
  }

  private static List<Path> jars(Path folder) throws IOException {
    return visible(folder).stream().filter(Candidate::isJar).toList();
  }

  private static boolean isJar(Path path) {
    return endsWithJar(path.getFileName().toString()) && Files.isRegularFile(path);
  }

  private static boolean endsWithJar(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(JAR);
  }

  private static boolean holdsAnything(Path path) throws IOException {
    return Files.isDirectory(path) && !visible(path).isEmpty();
  }

  private static List<Path> visible(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(path -> !path.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }
}
