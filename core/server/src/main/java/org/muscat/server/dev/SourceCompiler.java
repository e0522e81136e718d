package org.muscat.server.dev;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.DevDocument.Problem;
import org.muscat.spi.MuscatPlugin;

/**
 * Compiles the sources of a project into a folder of its own, never into that of Maven: what is
 * packed and published is compiled by the project's own build.
 */
final class SourceCompiler {

  static final String CODE = "COMPILE";

  private static final String FIX =
      "Repair the line; the plugin before it goes on. Libraries are looked for in target/plugin and"
          + " target/dependency.";

  private final Workplace workplace;
  private final Path folder;
  private @Nullable Path newest;
  private @Nullable Path old;

  /**
   * A compiler that has compiled nothing yet.
   *
   * @param folder for its classes; what lies there from an earlier run is removed
   */
  SourceCompiler(Workplace workplace, Path folder) throws IOException {
    this.workplace = workplace;
    this.folder = folder;
    delete(folder);
  }

  /** Whether this Java can compile: a JRE cannot. */
  static boolean isThere() {
    return ToolProvider.getSystemJavaCompiler() != null;
  }

  /** Where the newest classes are; empty if nothing was compiled. */
  Optional<Path> classes() {
    return Optional.ofNullable(newest);
  }

  /**
   * Compiles all sources into a new folder: the plugin that runs may still load classes of the one
   * before. When something is wrong, the newest classes stay what they were.
   *
   * @return what is wrong, one problem for each error; none if all was compiled
   */
  List<Problem> compile() throws IOException {
    Path fresh = Files.createTempDirectory(Files.createDirectories(folder), "classes");
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    boolean compiled = compile(fresh, found);
    if (compiled) {
      delete(old);
      old = newest;
      newest = fresh;
      return List.of();
    }
    delete(fresh);
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(SourceCompiler::problem)
        .toList();
  }

  /** Compiles all sources and forgets about it, so that this JVM knows how. */
  void rehearse() throws IOException {
    Path scratch = Files.createTempDirectory(Files.createDirectories(folder), "scratch");
    compile(scratch, new DiagnosticCollector<>());
    delete(scratch);
  }

  private boolean compile(Path fresh, DiagnosticCollector<JavaFileObject> found)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Path> classPath = new ArrayList<>(List.of(contract()));
    classPath.addAll(workplace.libraries());
    String joined =
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    List<String> options =
        List.of("-d", fresh.toString(), "-classpath", joined, "-proc:none", "-g", "-nowarn");
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      return compiler
          .getTask(
              new StringWriter(),
              files,
              found,
              options,
              null,
              files.getJavaFileObjectsFromPaths(sources()))
          .call();
    }
  }

  private List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(workplace.sources())) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static Problem problem(Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject source = diagnostic.getSource();
    String message = diagnostic.getMessage(Locale.ROOT).replaceAll("\\s*\\R\\s*", ", ");
    String file = source == null ? "" : Path.of(source.getName()).getFileName().toString();
    return new Problem(
        CODE,
        source == null ? message : message + " (" + file + ":" + diagnostic.getLineNumber() + ")",
        FIX);
  }

  private static Path contract() {
    try {
      return Path.of(
          MuscatPlugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the contract lies in no file", e);
    }
  }

  private static void delete(@Nullable Path folder) throws IOException {
    if (folder == null || Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
