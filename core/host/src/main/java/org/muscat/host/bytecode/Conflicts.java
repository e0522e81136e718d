package org.muscat.host.bytecode;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Libraries that lie in a plugin twice. A class that is the same in two jars to the last byte does
 * no harm. Nor does what is not loaded as a class of that name: descriptors of modules and
 * packages, and versions for other Javas. A jar that other jars were packed into may name the same
 * Maven artefact as the one beside it and yet keep it apart under other names; only their classes
 * tell.
 */
public final class Conflicts {

  private static final Pattern ARTEFACT =
      Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

  private Conflicts() {}

  /**
   * What lies in two jars, one sentence without a full stop. Empty if nothing does.
   *
   * @throws UnreadableException if a jar cannot be read
   */
  public static Optional<String> in(ClassPath classPath) throws UnreadableException {
    List<JarPlace> jars =
        classPath.places().stream()
            .filter(JarPlace.class::isInstance)
            .map(JarPlace.class::cast)
            .toList();
    Optional<String> type = type(jars);
    Optional<String> artefact = artefact(jars);
    return artefact.isPresent() && type.isPresent()
        ? Optional.of(artefact.get() + "; " + type.get())
        : artefact.or(() -> type);
  }

  private static Optional<String> type(List<JarPlace> jars) {
    Map<String, JarPlace> first = new HashMap<>();
    for (JarPlace jar : jars) {
      for (String type : jar.types()) {
        JarPlace earlier = first.putIfAbsent(type, jar);
        if (earlier != null && !earlier.hasSame(type + ClassPath.CLASS, jar)) {
          return Optional.of(
              "class "
                  + type.replace('/', '.')
                  + " is in "
                  + earlier.path().getFileName()
                  + " and, with other content, in "
                  + jar.path().getFileName());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> artefact(List<JarPlace> jars) throws UnreadableException {
    Map<String, JarPlace> first = new HashMap<>();
    Map<String, String> versions = new HashMap<>();
    for (JarPlace jar : jars) {
      Optional<Properties> properties = only(jar);
      if (properties.isEmpty()) {
        continue;
      }
      String name =
          properties.get().getProperty("groupId")
              + ":"
              + properties.get().getProperty("artifactId");
      String version = properties.get().getProperty("version", "");
      JarPlace earlier = first.putIfAbsent(name, jar);
      String before = versions.putIfAbsent(name, version);
      if (earlier != null && !version.equals(before)) {
        return Optional.of(
            name
                + " is in "
                + earlier.path().getFileName()
                + " in version "
                + before
                + " and in "
                + jar.path().getFileName()
                + " in version "
                + version);
      }
    }
    return Optional.empty();
  }

  /** What a jar says of its artefact, if it was made of one alone. */
  private static Optional<Properties> only(JarPlace jar) throws UnreadableException {
    List<String> found = jar.entries().stream().filter(ARTEFACT.asMatchPredicate()).toList();
    if (found.size() != 1) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(new String(jar.read(found.get(0)), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UnreadableException(jar.path(), e);
    }
    return Optional.of(properties);
  }
}
