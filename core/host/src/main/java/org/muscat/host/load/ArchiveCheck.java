package org.muscat.host.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.host.bytecode.ClassPath;
import org.muscat.host.bytecode.Conflicts;
import org.muscat.host.bytecode.Fitting;
import org.muscat.host.bytecode.JavaCheck;
import org.muscat.host.bytecode.Libraries;
import org.muscat.host.bytecode.LinkCheck;
import org.muscat.host.bytecode.Place;
import org.muscat.host.bytecode.UnreadableException;

/**
 * Looks at the jars of a candidate before any of its code runs. What it finds depends on nothing
 * but their bytes, this host and this Java, so what was found to be good can be {@linkplain
 * #remember remembered}.
 */
public final class ArchiveCheck {

  private static final String CONTRACT = PluginClassLoader.CONTRACT.replace('.', '/');

  private final ClassPath classPath;
  private final Libraries libraries;

  private ArchiveCheck(ClassPath classPath, Libraries libraries) {
    this.classPath = classPath;
    this.libraries = libraries;
  }

  /**
   * Looks at the plugins of a folder, and writes down those with which nothing is wrong, so that
   * later starts need not look again.
   *
   * @throws IOException if the folder cannot be listed or written to
   */
  public static void remember(Path pluginsFolder) throws IOException {
    forget(pluginsFolder);
    List<List<Path>> good =
        Candidate.in(pluginsFolder).stream()
            .filter(candidate -> of(candidate).isEmpty())
            .map(Candidate::classPath)
            .toList();
    write(pluginsFolder, good);
  }

  /**
   * Forgets what was written down, so that a start looks at all.
   *
   * @throws IOException if the folder cannot be written to
   */
  public static void forget(Path pluginsFolder) throws IOException {
    write(pluginsFolder, List.of());
  }

  private static void write(Path folder, List<List<Path>> good) throws IOException {
    try {
      Fitting.write(folder, good);
    } catch (UnreadableException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** What is wrong with the jars, if something is. */
  static Optional<Diagnosis> of(Candidate candidate) {
    if (candidate.unreadable().isPresent()) {
      return Optional.of(
          new Diagnosis(
              Code.P102,
              candidate.location() + ": " + candidate.unreadable().get(),
              "Let the user that runs Muscat read it, or remove it; where it is a link, repair"
                  + " it."));
    }
    try {
      return looked(candidate);
    } catch (UnreadableException e) {
      return Optional.of(
          new Diagnosis(
              Code.P102,
              e.place() + ": " + Thrown.describe(e),
              "Copy the file again; it is not a jar, or was cut off or changed."));
    }
  }

  private static Optional<Diagnosis> looked(Candidate candidate) throws UnreadableException {
    @Nullable Path folder = candidate.location().toAbsolutePath().getParent();
    if (Fitting.of(folder).has(candidate.classPath())) {
      return Optional.empty();
    }
    try (ClassPath classPath = ClassPath.open(candidate.classPath())) {
      return new ArchiveCheck(classPath, Libraries.of(folder)).diagnosis();
    }
  }

  /** The first thing that is wrong; what makes the others look wrong comes first. */
  private Optional<Diagnosis> diagnosis() throws UnreadableException {
    Optional<Diagnosis> ofPlaces =
        classPath.places().stream()
            .flatMap(place -> bundledContract(place).or(() -> spiVersion(place)).stream())
            .findFirst();
    if (ofPlaces.isPresent()) {
      return ofPlaces;
    }
    Optional<Diagnosis> twice = Conflicts.in(classPath).map(ArchiveCheck::twice);
    if (twice.isPresent()) {
      return twice;
    }
    Optional<Diagnosis> tooNew = tooNew();
    return tooNew.isPresent() ? tooNew : unlinked(LinkCheck.of(classPath, libraries));
  }

  private static Optional<Diagnosis> bundledContract(Place place) {
    return place.types().stream()
        .filter(type -> type.startsWith(CONTRACT))
        .findFirst()
        .map(
            type ->
                new Diagnosis(
                    Code.P108,
                    "the contract " + PluginClassLoader.CONTRACT + " is bundled in " + place.path(),
                    "Give muscat-spi the scope 'provided' in the plugin's build; the host offers"
                        + " it."));
  }

  private static Optional<Diagnosis> spiVersion(Place place) {
    return place
        .manifest(SpiRange.ATTRIBUTE)
        .flatMap(text -> SpiRange.HOST.ofManifest(text, place.path().toString()));
  }

  private static Diagnosis twice(String what) {
    return new Diagnosis(
        Code.P109,
        what,
        "Keep one of the two jars in the folder of the plugin: the one that it was built against.");
  }

  /** Of the jars that name a plugin; a library may hold classes for Javas that it does not need. */
  private Optional<Diagnosis> tooNew() throws UnreadableException {
    for (Place place : classPath.places()) {
      Optional<JavaCheck.TooNew> found =
          place.holds(Discovery.SERVICE_FILE) ? JavaCheck.of(place) : Optional.empty();
      if (found.isPresent()) {
        return found.map(ArchiveCheck::tooNew);
      }
    }
    return Optional.empty();
  }

  private static Diagnosis tooNew(JavaCheck.TooNew found) {
    int running = Runtime.version().feature();
    return new Diagnosis(
        Code.P107,
        "class " + found.type() + " is made for Java " + found.java() + ", this is Java " + running,
        "Run Muscat on Java "
            + found.java()
            + " or newer, or build the plugin with the release "
            + running
            + ".");
  }

  private static Optional<Diagnosis> unlinked(List<String> faults) {
    if (faults.isEmpty()) {
      return Optional.empty();
    }
    String more = faults.size() == 1 ? "" : "; and " + (faults.size() - 1) + " more of that kind";
    return Optional.of(
        new Diagnosis(
            Code.P114,
            faults.get(0) + more,
            "Build the plugin against the muscat-spi of this Muscat, or run the Muscat that it was"
                + " built for."));
  }
}
