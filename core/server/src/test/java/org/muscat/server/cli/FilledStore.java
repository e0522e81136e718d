package org.muscat.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muscat.server.fixture.Home;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.store.Delivery;
import org.muscat.store.Store;
import org.muscat.store.StoredState;

/** A store with two series, one of them of hostile names, and the command {@code muscat store}. */
final class FilledStore {

  static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Path data;

  FilledStore(Path folder) throws IOException {
    data = Files.createDirectories(folder.resolve("data"));
    try (Store store = Store.open(data.resolve("muscat.db"))) {
      Home.points(store, "test/one", FIRST, 10, 20.5, -0.1);
      Home.point(store, "test/one", FIRST, day(2), 1e-300);
      store.append(
          new Delivery(
              "=cmd|' /C calc'!A0",
              2,
              day(3),
              List.of(
                  Observation.event(
                      "test/talks",
                      "-key, \"\n\\\ud83d\ude00\ud800",
                      day(1),
                      "@met",
                      1,
                      Map.of("actor", "+OMN\t\udfff", "note", "a,b")),
                  Observation.point("test/talks", day(1), 7).knownAt(day(2), KnownBasis.ASSUMED)),
              null));
    }
  }

  Path data() {
    return data;
  }

  /** What the commands printed. */
  String out() {
    return out.toString();
  }

  void forgetWhatWasPrinted() {
    out.getBuffer().setLength(0);
  }

  /** What the commands complained about. */
  String err() {
    return err.toString();
  }

  /** Stores states of indices, one of them with a checkpoint that cannot be read. */
  void states() {
    try (Store store = Store.open(data.resolve("muscat.db"))) {
      store
          .indexStates()
          .append(
              List.of(
                  state("north", FIRST.plusMillis(500), 1, 61.0, null),
                  state("north", FIRST.plusMillis(500), 2, 62.0, "no checkpoint"),
                  state("north", day(1), 2, null, null),
                  state("south", FIRST, 1, 50.0, null)));
    }
  }

  private static StoredState state(
      String theatre, Instant asOf, long stamp, Double stability, String checkpoint) {
    return new StoredState(
        theatre,
        "test",
        "3f2a",
        "muscat 1",
        asOf,
        stamp,
        stability == null ? "refused" : "scored",
        stability,
        stability,
        stability,
        "{}",
        checkpoint,
        day(9));
  }

  static Instant day(double day) {
    return FIRST.plusSeconds(Math.round(day * 86_400));
  }

  /** Runs a command on the store; gives its exit code. */
  int run(String... arguments) {
    return at(data, arguments);
  }

  /** Runs a command on another store. */
  int at(Path where, String... arguments) {
    List<String> all = new ArrayList<>(List.of("store"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", where.toString()));
    return MuscatCommand.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }
}
