package org.muscat.host.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something in the plugins folder that should be a plugin: a folder with jars, or a jar.
 *
 * @param location the folder or jar
 * @param jars its jars, by name
 */
public record Candidate(Path location, List<Path> jars) {

  private static final Logger log = LoggerFactory.getLogger(Candidate.class);
  private static final String JAR = ".jar";

  /** The candidates in a folder, by name. Hidden files are not looked at. */
  public static List<Candidate> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder + " (the plugins folder)");
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Path path : visible(folder)) {
      List<Path> jars =
          Files.isDirectory(path) ? jars(path) : isJar(path) ? List.of(path) : List.of();
      if (jars.isEmpty()) {
        log.atInfo()
            .addKeyValue("location", path)
            .log("not a plugin: neither a jar nor a folder with jars");
      } else {
        candidates.add(new Candidate(path, jars));
      }
    }
    return candidates;
  }

  /** What to call it while its id is not known. */
  public String name() {
    String file = location.getFileName().toString();
    return file.endsWith(JAR) ? file.substring(0, file.length() - JAR.length()) : file;
  }

  private static List<Path> jars(Path folder) throws IOException {
    return visible(folder).stream().filter(Candidate::isJar).toList();
  }

  private static boolean isJar(Path path) {
    return path.getFileName().toString().endsWith(JAR) && Files.isRegularFile(path);
  }

  private static List<Path> visible(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(path -> !path.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }
}
