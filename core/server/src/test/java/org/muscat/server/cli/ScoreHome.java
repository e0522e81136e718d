package org.muscat.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.muscat.server.fixture.Home;
import org.muscat.store.Store;

/** A home with 45 days of data and the regime DRIFT, and the command {@code score} of it. */
final class ScoreHome {

  static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  static final Instant LAST = Instant.parse("2025-02-14T00:00:00Z");

  private static final int DAYS = 45;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Home home;

  ScoreHome(Path folder, String model) throws IOException {
    home = Home.in(folder).model("test", model);
    try (Store store = Store.open(home.data().resolve("muscat.db"))) {
      double[] values = IntStream.range(0, DAYS).mapToDouble(i -> 36 + i % 3).toArray();
      Home.SERIES.forEach(series -> Home.points(store, series, FIRST, values));
      Home.points(store, "test/strait", FIRST, values);
    }
  }

  Home home() {
    return home;
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  /** Scores the theatre north as of the last day. */
  int last(String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of("--theatre", "north", "--as-of", LAST.toString()));
    all.addAll(List.of(more));
    return score(all.toArray(String[]::new));
  }

  /** Runs the command; what was printed before is forgotten. */
  int score(String... arguments) throws IOException {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of("score", "--model", "test"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--config", home.config().toString()));
    all.addAll(List.of("--plugins", home.plugins().toString()));
    all.addAll(List.of("--data", home.data().toString()));
    return MuscatCommand.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }
}
