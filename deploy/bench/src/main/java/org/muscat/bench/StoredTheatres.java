package org.muscat.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.muscat.bench.plugin.BenchPlugin;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.PluginLoader;
import org.muscat.host.config.Problems;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Theatres;
import org.muscat.server.model.ModelReader;
import org.muscat.server.runtime.Session;
import org.muscat.spi.Inputs;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.spi.SeriesView;
import org.muscat.store.Delivery;
import org.muscat.store.SourceRanking;
import org.muscat.store.Store;

/**
 * A Muscat in a folder of its own: a store with daily points in each of theatres x indicators
 * series, a plugin in its own class loader, a model file, and an assessor over them.
 */
final class StoredTheatres implements AutoCloseable {

  static final Instant LAST_DAY = Instant.parse("2024-01-31T00:00:00Z");

  private static final int PILLARS = 4;

  private final int theatres;
  private final int indicators;
  private final String indicator;
  private final Path folder;
  private final SplittableRandom random = new SplittableRandom(17);
  private final Store store;
  private final LoadedPlugins plugins;
  private final Theatres bound;
  private final Assessor assessor;

  /** With so many daily points of each series; an indicator says the newest. */
  StoredTheatres(int theatres, int indicators, int days) {
    this(theatres, indicators, "newest-value");
    fill(days);
  }

  /** Without a point yet. */
  StoredTheatres(int theatres, int indicators, String indicator) {
    this.theatres = theatres;
    this.indicators = indicators;
    this.indicator = indicator;
    try {
      this.folder = Files.createTempDirectory("muscat-bench");
      this.plugins = PluginLoader.load(plugin(folder));
      Problems problems = new Problems();
      this.bound = ModelReader.read(List.of(model(folder)), plugins, problems);
      if (!problems.isEmpty()) {
        throw new IllegalStateException("the model is not sound: " + problems.all());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.store = Store.open(folder.resolve("bench.db"));
    this.assessor = new Assessor(store, plugins);
  }

  Theatres theatres() {
    return bound;
  }

  Assessor assessor() {
    return assessor;
  }

  LoadedPlugins plugins() {
    return plugins;
  }

  /** What was known an hour after the last day. */
  SeriesView view(Inputs inputs) {
    return store.view(LAST_DAY.plusSeconds(3600), inputs.all(), SourceRanking.byName());
  }

  private void fill(int days) {
    for (int day = 0; day < days; day++) {
      Instant observed = LAST_DAY.minus(Duration.ofDays(days - 1L - day));
      List<Observation> observations = new ArrayList<>();
      for (int theatre = 0; theatre < theatres; theatre++) {
        for (int number = 0; number < indicators; number++) {
          observations.add(point(theatre, number, observed, observed));
        }
      }
      store.append(new Delivery("bench", 1, observed, observations, null));
    }
  }

  /** One new observation for each theatre, known at a moment. */
  void append(Instant known) {
    List<Observation> observations = new ArrayList<>();
    for (int theatre = 0; theatre < theatres; theatre++) {
      observations.add(point(theatre, random.nextInt(indicators), known, known));
    }
    store.append(new Delivery("bench", 1, known, observations, null));
  }

  /** One new observation of every series, known at the moment that it speaks of. */
  void append(Instant at, Values values) {
    List<Observation> observations = new ArrayList<>();
    for (int theatre = 0; theatre < theatres; theatre++) {
      for (int number = 0; number < indicators; number++) {
        observations.add(
            Observation.point(series(theatre, number), at, values.of(theatre, number))
                .knownAt(at, KnownBasis.PUBLISHED));
      }
    }
    store.append(new Delivery("bench", 1, at, observations, null));
  }

  /** What the series say at one moment. */
  interface Values {

    double of(int theatre, int number);
  }

  private Observation point(int theatre, int number, Instant observed, Instant known) {
    return Observation.point(series(theatre, number), observed, 10 + 40 * random.nextDouble())
        .knownAt(known, KnownBasis.PUBLISHED);
  }

  private static String series(int theatre, int number) {
    return "bench/t" + theatre + "/s" + number;
  }

  private Path model(Path folder) throws IOException {
    StringBuilder text = new StringBuilder("model: bench\nversion: 1\ntheatres:\n");
    for (int theatre = 0; theatre < theatres; theatre++) {
      text.append(
          String.format(Locale.ROOT, "  - {id: t%d, bind: {here: t%d}}%n", theatre, theatre));
    }
    text.append("pillars:\n");
    for (int pillar = 0; pillar < PILLARS; pillar++) {
      text.append(String.format(Locale.ROOT, "  p%d:%n    weight: 1%n    indicators:%n", pillar));
      for (int number = pillar; number < indicators; number += PILLARS) {
        text.append(
            String.format(
                Locale.ROOT,
                "      i%d: {indicator: %s, config: {theatre: \"${here}\", number: %d}}%n",
                number,
                indicator,
                number));
      }
    }
    return Files.writeString(folder.resolve("bench.yaml"), text, StandardCharsets.UTF_8);
  }

  /** The plugin as a jar in a folder of plugins, to be loaded like any other. */
  private static Path plugin(Path folder) throws IOException {
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    try (OutputStream file = Files.newOutputStream(plugins.resolve("bench.jar"));
        JarOutputStream jar = new JarOutputStream(file)) {
      for (String name :
          List.of(
              "BenchPlugin",
              "BenchPlugin$Config",
              "BenchPlugin$NewestValue",
              "BenchPlugin$WindowZ")) {
        String entry = "org/muscat/bench/plugin/" + name + ".class";
        jar.putNextEntry(new JarEntry(entry));
        try (InputStream code = BenchPlugin.class.getResourceAsStream(name + ".class")) {
          if (code == null) {
            throw new IllegalStateException("the class " + entry + " is not on the class path");
          }
          code.transferTo(jar);
        }
        jar.closeEntry();
      }
      jar.putNextEntry(new JarEntry("META-INF/services/org.muscat.spi.MuscatPlugin"));
      jar.write(BenchPlugin.class.getName().getBytes(StandardCharsets.UTF_8));
      jar.closeEntry();
    }
    return plugins;
  }

  /** What a server needs to serve the same; the store and the plugins here are closed. */
  Session session(Duration heartbeat) throws IOException {
    plugins.close();
    store.close();
    Path config = folder.resolve("muscat.yaml");
    Files.writeString(config, "models: [bench.yaml]\nheartbeat: " + heartbeat + "\n");
    return Session.open(config, folder.resolve("plugins"), folder, "bench.db");
  }

  @Override
  public void close() throws IOException {
    plugins.close();
    store.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
