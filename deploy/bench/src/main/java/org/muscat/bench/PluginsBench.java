package org.muscat.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.PluginLoader;
import org.muscat.host.Verdict;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;

/**
 * How long many plugins take to load, and how much memory they hold. With {@code write N FOLDER} it
 * writes N jars with five indicators each, with {@code load FOLDER} it loads and binds them in a
 * JVM in which nothing was loaded before.
 */
public final class PluginsBench {

  private static final int INDICATORS = 5;
  private static final double MEBI = 1 << 20;

  private PluginsBench() {}

  /** Writes or loads, see above. */
  public static void main(String[] arguments) throws IOException {
    switch (arguments[0]) {
      case "write" -> write(Integer.parseInt(arguments[1]), Path.of(arguments[2]));
      case "load" -> load(Path.of(arguments[1]));
      default -> throw new IllegalArgumentException("neither write nor load: " + arguments[0]);
    }
  }

  private static void write(int count, Path folder) throws IOException {
    for (int i = 0; i < count; i++) {
      PluginSource source = PluginSource.of("Plugin" + i, "plugin-" + i);
      for (int k = 0; k < INDICATORS; k++) {
        source.indicator("p" + i + "-k" + k, "return Measured.of(config.times(), known.asOf());");
      }
      PluginJar.of("plugin-" + i, source).in(folder);
    }
  }

  private static void load(Path folder) throws IOException {
    double heapBefore = heap();
    double residentBefore = resident();
    int threadsBefore = Thread.activeCount();
    long startedAt = System.nanoTime();
    try (LoadedPlugins plugins = PluginLoader.load(folder)) {
      double seconds = (System.nanoTime() - startedAt) / 1e9;
      double bound = bind(plugins);
      int count = plugins.verdicts().size();
      double heap = heap() - heapBefore;
      double resident = resident() - residentBefore;
      System.out.printf(
          Locale.ROOT,
          "%d plugins, %d indicators: loaded in %.2f s (%.1f ms each), bound in %.2f s;"
              + " heap +%.1f MiB (%.0f KiB each), resident +%.0f MiB (%.2f MiB each),"
              + " threads +%d%n",
          count,
          plugins.indicatorIds().size(),
          seconds,
          1000 * seconds / count,
          bound,
          heap,
          1024 * heap / count,
          resident,
          resident / count,
          Thread.activeCount() - threadsBefore);
    }
  }

  private static double bind(LoadedPlugins plugins) {
    List<Verdict> bad =
        plugins.verdicts().stream().filter(verdict -> !verdict.code().isEmpty()).toList();
    if (!bad.isEmpty()) {
      throw new IllegalStateException("not all were loaded: " + bad);
    }
    long startedAt = System.nanoTime();
    Problems problems = new Problems();
    for (String id : plugins.indicatorIds()) {
      ConfigNode none = ConfigNode.emptyMapping(new Place("bench", 1, ""));
      if (plugins.indicator(id).orElseThrow().bind(none, problems).isEmpty()) {
        throw new IllegalStateException("not bound: " + problems.all());
      }
    }
    return (System.nanoTime() - startedAt) / 1e9;
  }

  private static double heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBI;
  }

  /** Memory of the whole process, as Linux counts it. */
  private static double resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.UTF_8).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
