package org.muscat.faultpack;

import java.util.List;

/** Plugins that load, and misbehave when they are called. */
final class CodeFaults {

  private static final String SPIN = "spinUntil(\"" + Fault.RELEASE + "\"); return null;";

  private CodeFaults() {}

  static List<Fault> all() {
    return List.of(
        fetching(
            "hang-in-fetch",
            "A fetch waits for ever, and ends when interrupted.",
            Symptom.noBatch("P401", "timed out"),
            "new java.util.concurrent.CountDownLatch(1).await(); return null;"),
        fetching(
                "busy-fetch",
                "A fetch loops for ever, and ignores interrupts.",
                Symptom.noBatch("P402", "ignored the interrupt"),
                SPIN)
            .inChild(Symptom.noBatch("P401", "timed out")),
        reading(
                "busy-loop",
                "A reading loops for ever, and ignores interrupts.",
                Symptom.noReading("P402", "ignored the interrupt"),
                SPIN)
            .inChild(Symptom.noReading("P401", "timed out")),
        reading(
            "stack-overflow",
            "A reading calls itself without end.",
            Symptom.noReading("P406", "java.lang.StackOverflowError"),
            "return new Object() { Reading read() { return read(); } }.read();"),
        reading(
            "nan",
            "A reading is no number.",
            Symptom.noReading("P406", "a reading cannot be NaN"),
            "return Measured.of(0.0 / 0.0, known.asOf());"),
        reading(
            "null-reading",
            "A reading is null.",
            Symptom.noReading("P403", "read() returned null"),
            "return null;"),
        endlessRows(),
        labelFlood(),
        threadLeak(),
        exitInRead(),
        exitInConstructor(),
        memoryHog());
  }

  private static Fault reading(String id, String sentence, Symptom symptom, String body) {
    return Fault.of(id, sentence, symptom, reader(id, body));
  }

  private static Fault fetching(String id, String sentence, Symptom symptom, String body) {
    return Fault.of(id, sentence, symptom, fetcher(id, body));
  }

  /** A billion rows, a thousand at a time: each batch is bounded, their number is not. */
  private static Fault endlessRows() {
    return fetching(
        "billion-rows",
        "A feed has always more: a billion rows in batches of a thousand.",
        Symptom.bounded(),
        """
        long from = Long.parseLong(request.cursor().orElse("0"));
        List<Observation> rows = new ArrayList<>();
        for (long row = from; row < from + 1_000; row++) {
          rows.add(Observation.point("fault/rows", Instant.ofEpochSecond(row), row));
        }
        return from + 1_000 < 1_000_000_000L
            ? Batch.partial(rows, List.of(), String.valueOf(from + 1_000))
            : Batch.last(rows, List.of(), String.valueOf(from + 1_000));
        """);
  }

  private static Fault labelFlood() {
    return fetching(
        "label-flood",
        "A feed counts under 200,000 values of one label.",
        Symptom.bounded(),
        """
        for (int value = 0; value < 200_000; value++) {
          context.meters().count("read_rows", 1, "row", String.valueOf(value));
        }
        return Batch.last(List.of(), List.of(), "");
        """);
  }

  private static Fault threadLeak() {
    String id = "thread-leak";
    return Fault.of(
            id,
            "A fetch starts a thread that nobody ends.",
            new Symptom(Symptom.Part.CLOSE, "P405", "fault-keeper"),
            fetcher(
                id,
                """
            Thread thread = new Thread(() -> spinUntil("%s"), "fault-keeper");
            thread.setDaemon(true);
            thread.start();
            return Batch.last(List.of(), List.of(), "");
            """
                    .formatted(Fault.RELEASE)))
        // It ends with the process.
        .inChild(Symptom.bounded());
  }

  private static Fault exitInRead() {
    String id = "exit-in-read";
    return Fault.onlyInChild(
        id,
        "A reading ends the JVM.",
        Symptom.noReading("P408", "exit code 3"),
        reader(id, "System.exit(3); return null;"));
  }

  private static Fault exitInConstructor() {
    String id = "exit-in-constructor";
    return Fault.onlyInChild(
        id,
        "The constructor ends the JVM.",
        Symptom.rejected("P111", "exit code 3"),
        PluginJar.of(id, plugin(id).members("public Plugin() { System.exit(3); }")));
  }

  private static Fault memoryHog() {
    String id = "memory-hog";
    return Fault.onlyInChild(
        id,
        "A reading takes all the memory there is, and keeps it.",
        Symptom.noReading("P408", "OutOfMemoryError"),
        PluginJar.of(
            id,
            plugin(id)
                .members("static final List<byte[]> HOARD = new ArrayList<>();")
                .indicator(id + "-reading", "while (true) { HOARD.add(new byte[1 << 20]); }")));
  }

  private static PluginJar reader(String id, String body) {
    return PluginJar.of(id, plugin(id).indicator(id + "-reading", body));
  }

  private static PluginJar fetcher(String id, String body) {
    return PluginJar.of(id, plugin(id).feed(id + "-feed", body));
  }

  private static PluginSource plugin(String id) {
    return PluginSource.of("Plugin", "fault-" + id);
  }
}
