package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muscat.testkit.Recorded;

/**
 * Fills stores with the recorded series, by the commands that the README names. What most tests
 * want is imported once, and copied. Safe for any thread.
 */
final class RecordedStore {

  /** A recorded file and the options that import it. */
  record Import(String file, List<String> options) {

    static final Import BRENT = of("prices/brent-daily.csv", "--map brent --known lag:P1BD");
    static final Import WTI = of("prices/wti-daily.csv", "--map wti --known lag:P1BD");
    static final Import OVX = of("prices/ovx-daily.csv", "--map ovx --known lag:P1BD");
    static final Import VIX = of("prices/vix-daily.csv", "--map vix --known lag:P1BD");
    static final Import HENRY_HUB =
        of("prices/henryhub-daily.csv", "--map henry-hub --known lag:P1BD");
    static final Import BREAKEVEN =
        of("prices/t10yie-daily.csv", "--map breakeven --known lag:P1BD");
    static final Import GPR = of("gpr/gpr-daily.csv", "--map gpr --known lag:P3D");
    static final Import GSCPI = of("prices/gscpi-monthly.csv", "--map gscpi --known lag:P37D");

    /** All that the energy pillar reads. */
    static final List<Import> ENERGY =
        List.of(BRENT, WTI, HENRY_HUB, OVX, VIX, BREAKEVEN, GPR, GSCPI);

    static final Import PORTWATCH =
        of("portwatch/hormuz_vintage-B_2026-07-06.csv", "--map portwatch --known lag:P9D");
    static final Import DYADS =
        of("gdelt/dyad-goldstein-daily.csv", "--map gdelt-dyads --known lag:P1D");
    static final Import GDELT_2018 =
        of(
            "gdelt/20180101000000.export.CSV",
            "--feed gdelt-files --source gdelt --set dyads=[USA-IRN]");
    static final Import GDELT_2019 =
        of(
            "gdelt/20191024143000.export.CSV",
            "--feed gdelt-files --source gdelt --set dyads=[USA-IRN]");

    private static Import of(String file, String options) {
      return new Import(file, List.of(options.split(" ")));
    }

    Path recorded() {
      return Recorded.data(file);
    }
  }

  private static @Nullable Path master;

  private final Path folder;
  private final Map<List<String>, MuscatProcess.Ended> scored = new ConcurrentHashMap<>();

  RecordedStore(Path folder) {
    this.folder = folder;
  }

  /** A store of all that the energy pillar reads, of the chronicle and of the framework. */
  static RecordedStore filled(Path folder) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    try (Stream<Path> files = Files.list(master())) {
      for (Path file : files.toList()) {
        Files.copy(file, data.resolve(file.getFileName()));
      }
    }
    return new RecordedStore(folder);
  }

  private static synchronized Path master() throws IOException {
    if (master == null) {
      Path made = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "recorded");
      new RecordedStore(made).with(Import.ENERGY.toArray(Import[]::new)).withChronicle();
      master = made.resolve("data");
    }
    return master;
  }

  RecordedStore with(Import... imports) throws IOException {
    for (Import one : imports) {
      with(one, one.recorded());
    }
    return this;
  }

  /** Imports another file as if it were the recorded one. */
  RecordedStore with(Import one, Path file) throws IOException {
    List<String> command = new ArrayList<>(List.of("import", "--file", file.toString()));
    command.addAll(one.options);
    return run(command);
  }

  RecordedStore withChronicle() throws IOException {
    run(List.of("import", "--feed", "chronicle"));
    return run(List.of("import", "--feed", "framework"));
  }

  private RecordedStore run(List<String> command) throws IOException {
    scored.clear();
    MuscatProcess.Ended ended = muscat(command);
    assertThat(ended.exitCode()).as(command + ": " + ended.err()).isZero();
    assertThat(ended.out()).contains(" stored, ", " 0 rejected");
    return this;
  }

  /** Each moment is scored once: a store that nobody writes to says the same again. */
  MuscatProcess.Ended score(String day, String format) throws IOException {
    List<String> command =
        List.of(
            "score",
            "--model",
            "gulf",
            "--theatre",
            "hormuz",
            "--as-of",
            day + "T00:00:00Z",
            "--format",
            format);
    try {
      // Whoever asks for the same meanwhile waits for it.
      return scored.computeIfAbsent(command, this::asked);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private MuscatProcess.Ended asked(List<String> command) {
    try {
      return muscat(command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The documents of a span by their days. */
  Map<String, JsonNode> scores(String first, String last, String every) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("score", "--model", "gulf", "--theatre", "hormuz"));
    command.addAll(List.of("--from", first + "T00:00:00Z", "--to", last + "T00:00:00Z"));
    command.addAll(List.of("--every", every, "--format", "json"));
    MuscatProcess.Ended ended = muscat(command);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    Map<String, JsonNode> scores = new LinkedHashMap<>();
    for (JsonNode index : new ObjectMapper().readTree(ended.out())) {
      scores.put(index.get("asOf").asText().substring(0, 10), index);
    }
    return scores;
  }

  private MuscatProcess.Ended muscat(List<String> command) throws IOException {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--data", folder.resolve("data").toString()));
    return WarmMuscat.run(arguments);
  }
}
