package org.muscat.host.inspect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muscat.host.HostSettings;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.PluginLoader;
import org.muscat.host.Verdict;
import org.muscat.host.bytecode.ClassPath;
import org.muscat.host.bytecode.CodeScan;
import org.muscat.host.bytecode.Finding;
import org.muscat.host.bytecode.UnreadableException;
import org.muscat.host.load.Candidate;

/**
 * One candidate: the verdicts on it, what it consists of, what it offers, and what its code does
 * that a host cannot stop.
 *
 * @param verdicts one for each of its plugins, or one for all of it
 * @param files its jars and folders of classes
 * @param plugins those that could be loaded
 * @param findings in its code, worst first; empty if a jar cannot be read, of which the verdict
 *     tells
 */
public record Inspection(
    List<Verdict> verdicts,
    List<FileSize> files,
    List<PluginContents> plugins,
    List<Finding> findings) {

  public Inspection {
    verdicts = List.copyOf(verdicts);
    files = List.copyOf(files);
    plugins = List.copyOf(plugins);
    findings = List.copyOf(findings);
  }

  /**
   * A jar or folder of classes.
   *
   * @param bytes its length; 0 for a folder
   */
  public record FileSize(Path path, long bytes) {}

  /** Whether nothing was rejected. Findings are for people to judge. */
  public boolean sound() {
    return verdicts.stream().allMatch(verdict -> verdict.code().isEmpty());
  }

  /**
   * Loads a candidate by itself and looks at it. Its code runs in this JVM, as it would in a host.
   *
   * @throws UncheckedIOException if a file cannot be looked at
   */
  public static Inspection of(Candidate candidate, HostSettings settings) {
    try (LoadedPlugins loaded = PluginLoader.load(List.of(candidate), settings)) {
      return of(candidate, loaded);
    }
  }

  /**
   * Looks at one of the candidates that were loaded.
   *
   * @throws UncheckedIOException if a file cannot be looked at
   */
  public static Inspection of(Candidate candidate, LoadedPlugins loaded) {
    List<Verdict> verdicts =
        loaded.verdicts().stream()
            .filter(verdict -> verdict.location().equals(candidate.location().toString()))
            .toList();
    List<PluginContents> contents =
        PluginContents.of(loaded).stream()
            .filter(
                plugin ->
                    verdicts.stream()
                        .anyMatch(verdict -> verdict.plugin().equals(plugin.plugin().id())))
            .toList();
    return new Inspection(verdicts, sizes(candidate), contents, scan(candidate));
  }

  private static List<FileSize> sizes(Candidate candidate) {
    List<FileSize> sizes = new ArrayList<>();
    for (Path path : candidate.classPath()) {
      try {
        sizes.add(new FileSize(path, Files.isDirectory(path) ? 0 : Files.size(path)));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot look at " + path, e);
      }
    }
    return sizes;
  }

  private static List<Finding> scan(Candidate candidate) {
    try (ClassPath classPath = ClassPath.open(candidate.classPath())) {
      return CodeScan.of(classPath);
    } catch (UnreadableException e) {
      return List.of();
    }
  }
}
