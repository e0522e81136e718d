package org.muscat.server.dev;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muscat.server.document.DevDocument.Problem;

/**
 * Which classes of a project are the newest: those of its own build, or, when a source is newer,
 * those that are compiled here. For one thread.
 */
final class DevClasses {

  private final Workplace workplace;
  private final Optional<SourceCompiler> compiler;
  private Optional<Footprint> compiledFrom = Optional.empty();
  private List<Problem> problems = List.of();

  DevClasses(DevSettings settings) throws IOException {
    this.workplace = settings.workplace();
    this.compiler =
        settings.compile() && workplace.project() && SourceCompiler.isThere()
            ? Optional.of(new SourceCompiler(workplace, settings.data().resolve("classes")))
            : Optional.empty();
  }

  /**
   * Compiles if a source is newer than the classes.
   *
   * @return what is wrong with the sources; none if all is well, or if there was nothing to do
   */
  List<Problem> refresh() throws IOException {
    Optional<Footprint> sources = sourcesAhead();
    if (sources.isEmpty()) {
      problems = List.of();
    } else if (!sources.equals(compiledFrom)) {
      problems = compiler.orElseThrow().compile();
      compiledFrom = sources;
    }
    return problems;
  }

  /** Compiles and throws the classes away. */
  void warmUp() throws IOException {
    if (compiler.isPresent()) {
      compiler.get().rehearse();
    }
  }

  /** The folders of the newest classes, in the order in which classes are looked for. */
  List<Path> folders() throws IOException {
    Optional<Path> compiled =
        sourcesAhead().isPresent() ? compiler.flatMap(SourceCompiler::classes) : Optional.empty();
    return compiled
        .map(classes -> List.of(classes, workplace.resources()))
        .orElseGet(() -> List.of(workplace.classes()));
  }

  /** What there is to compile, if the newest source was changed after the newest class. */
  private Optional<Footprint> sourcesAhead() throws IOException {
    if (compiler.isEmpty()) {
      return Optional.empty();
    }
    List<Path> places = new ArrayList<>(workplace.libraries());
    places.add(workplace.sources());
    Footprint sources = Footprint.of(places, workplace.defaultData());
    Footprint built = Footprint.of(List.of(workplace.classes()), workplace.defaultData());
    Optional<Instant> newestClass = built.newest(".class");
    return sources
        .newest(".java")
        .filter(changed -> newestClass.isEmpty() || changed.isAfter(newestClass.get()))
        .map(changed -> sources);
  }
}
