package org.muscat.server.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.muscat.host.load.Candidate;

/**
 * Where a plugin is worked on: a Maven project, or what a plugins folder may hold.
 *
 * @param location the project, folder or jar, absolute
 * @param project whether it is a Maven project
 */
public record Workplace(Path location, boolean project) {

  /**
   * The workplace at a place.
   *
   * @throws IOException if there is nothing
   */
  public static Workplace at(Path place) throws IOException {
    if (Files.notExists(place)) {
      throw new NoSuchFileException(place.toString());
    }
    Path location = place.toAbsolutePath().normalize();
    return new Workplace(location, Files.isRegularFile(location.resolve("pom.xml")));
  }

  /** Where the store and what was generated lie unless somebody says otherwise. */
  public Path defaultData() {
    return folder().resolve("target").resolve("muscat-dev");
  }

  /** Where the author keeps what is meant for {@code muscat dev} alone; need not be there. */
  Path own() {
    return folder().resolve("src").resolve("dev");
  }

  /** The recorded answers that a feed is to be played; need not be there. */
  Path recorded() {
    return own().resolve("recorded");
  }

  /** Sources of Java; need not be there. */
  Path sources() {
    return location.resolve("src").resolve("main").resolve("java");
  }

  /** What is packed beside the classes; need not be there. */
  Path resources() {
    return location.resolve("src").resolve("main").resolve("resources");
  }

  /** Where Maven and editors put the classes of a project; need not be there. */
  Path classes() {
    return location.resolve("target").resolve("classes");
  }

  /** The jars that a project depends on and packs, as far as its build has put them there. */
  List<Path> libraries() throws IOException {
    List<Path> jars = new ArrayList<>();
    for (String folder : List.of("plugin", "dependency")) {
      Path path = location.resolve("target").resolve(folder);
      if (Files.isDirectory(path)) {
        try (Stream<Path> files = Files.list(path)) {
          files.filter(Workplace::isLibrary).sorted().forEach(jars::add);
        }
      }
    }
    return jars;
  }

  /**
   * The plugin as it is to be loaded now.
   *
   * @param classes the folders of its classes, if it is a project
   * @throws IOException if it is no project and nothing that can be a plugin
   */
  Candidate candidate(List<Path> classes) throws IOException {
    if (!project) {
      return Candidate.of(location);
    }
    List<Path> classPath = new ArrayList<>(classes);
    classPath.addAll(libraries());
    return Candidate.ofClasses(location, classPath);
  }

  /** What may change. */
  List<Path> watched() {
    return project
        ? List.of(
            sources(),
            resources(),
            classes(),
            own(),
            location.resolve("target").resolve("plugin"),
            location.resolve("target").resolve("dependency"))
        : List.of(location, own());
  }

  private Path folder() {
    Path parent = location.getParent();
    return Files.isDirectory(location) || parent == null ? location : parent;
  }

  /** The host brings the contract itself. */
  private static boolean isLibrary(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".jar") && !name.startsWith("muscat-spi-");
  }
}
