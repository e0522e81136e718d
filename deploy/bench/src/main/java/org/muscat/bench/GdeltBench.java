package org.muscat.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.muscat.diplomacy.gdelt.GdeltFilesConfig;
import org.muscat.diplomacy.gdelt.GdeltFilesProvider;
import org.muscat.spi.Batch;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;

/**
 * How many events of raw GDELT files the feed {@code gdelt-files} aggregates in a second on one
 * thread, from files and from archives, and what memory that takes. The rows are those of the two
 * recorded files, again and again, for 28 dyads: principals, mediators and allies of the Gulf.
 */
public final class GdeltBench {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final LocalDateTime FIRST = LocalDateTime.of(2019, 10, 24, 14, 30);
  private static final double MEBI = 1 << 20;

  /** A file of this size has about 150,000 rows, sixty times those of a real one. */
  private static final int LARGE = 60 << 20;

  private static final int ROUNDS = 5;

  private record Taken(long rows, double seconds, double processor, double peak, double live) {}

  private GdeltBench() {}

  /** Takes the folder of the recorded files, and one to work in. */
  public static void main(String[] arguments) throws Exception {
    Path recorded = Path.of(arguments[0]);
    Path work = Path.of(arguments[1]);
    List<byte[]> rows = rows(recorded);
    System.out.println(
        "| files | rows | events/s of the processor | events/s by the clock | peak heap | live heap after |");
    System.out.println("|---|---|---|---|---|---|");
    write(rows, 0, work.resolve("real"), 200, false);
    write(rows, LARGE, work.resolve("large"), 1, false);
    write(rows, LARGE, work.resolve("more"), 10, false);
    write(rows, LARGE, work.resolve("packed"), 10, true);
    write(onlyDyads(rows), LARGE, work.resolve("dyads"), 3, false);
    show("200 files of the real size", work.resolve("real"));
    show("1 of 60 MiB", work.resolve("large"));
    show("10 of 60 MiB", work.resolve("more"));
    show("10 archives of 60 MiB each", work.resolve("packed"));
    show("3 of 60 MiB, every row about one of the dyads", work.resolve("dyads"));
    System.out.printf(
        Locale.ROOT,
        "%nunpacking alone: %.0f MiB/s of the processor%n",
        unpack(work.resolve("packed")));
  }

  private static void show(String what, Path folder) throws Exception {
    Taken best = take(folder);
    for (int i = 1; i < ROUNDS; i++) {
      Taken other = take(folder);
      best = other.processor() < best.processor() ? other : best;
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %,.0f | %,.0f | %.1f MiB | %.1f MiB |%n",
        what,
        best.rows(),
        best.rows() / best.processor(),
        best.rows() / best.seconds(),
        best.peak(),
        best.live());
  }

  /** Reads a folder once; its files are counted before, so that the clock sees the feed alone. */
  private static Taken take(Path folder) throws IOException, FeedException, InterruptedException {
    long rows = count(folder);
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long clock = System.nanoTime();
    Instant deadline = Instant.now().plus(Duration.ofHours(1));
    long told = 0;
    try (Feed feed =
        new GdeltFilesProvider()
            .create(new GdeltFilesConfig(folder, dyads(), false), new Context(folder))) {
      FetchRequest request = FetchRequest.first(deadline);
      Batch batch;
      do {
        batch = feed.fetch(request);
        told += batch.observations().size();
        if (!batch.rejections().isEmpty()) {
          throw new IllegalStateException(batch.rejections().get(0).toString());
        }
        request = FetchRequest.after(batch.nextCursor(), deadline);
      } while (batch.hasMore());
    }
    double seconds = (System.nanoTime() - clock) / 1e9;
    double used = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1e9;
    double peak = heap().mapToDouble(pool -> pool.getPeakUsage().getUsed()).sum() / MEBI;
    System.gc();
    double live = heap().mapToDouble(pool -> pool.getUsage().getUsed()).sum() / MEBI;
    if (told == 0) {
      throw new IllegalStateException("nothing was observed in " + folder);
    }
    return new Taken(rows, seconds, used, peak, live);
  }

  private static Stream<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  /** The rows of the recorded files, with their newlines. */
  private static List<byte[]> rows(Path recorded) throws IOException {
    List<byte[]> rows = new ArrayList<>();
    for (String name : List.of("20180101000000.export.CSV", "20191024143000.export.CSV")) {
      // As ISO 8859-1, so that each byte comes out as it went in. A row says when it was added, and
      // that may be before the stamp of the file that it is put into.
      for (String line : Files.readAllLines(recorded.resolve(name), StandardCharsets.ISO_8859_1)) {
        rows.add((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return rows;
  }

  private static List<byte[]> onlyDyads(List<byte[]> rows) {
    List<byte[]> some = new ArrayList<>();
    for (byte[] row : rows) {
      String[] cells = new String(row, StandardCharsets.ISO_8859_1).split("\t", -1);
      if (dyads().contains(cells[7] + "-" + cells[17])
          || dyads().contains(cells[17] + "-" + cells[7])) {
        some.add(row);
      }
    }
    return some;
  }

  private static void write(List<byte[]> rows, int size, Path folder, int files, boolean packed)
      throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < files; i++) {
      String name = STAMP.format(FIRST.plusMinutes(15L * i)) + ".export.CSV";
      Path file = folder.resolve(packed ? name + ".zip" : name);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        if (packed) {
          ZipOutputStream zip = new ZipOutputStream(out);
          zip.putNextEntry(new ZipEntry(name));
          fill(zip, rows, size, i);
          zip.finish();
        } else {
          fill(out, rows, size, i);
        }
      }
    }
  }

  /** Of size 0 is a file with about half of the rows, as many as a real one has. */
  private static void fill(OutputStream out, List<byte[]> rows, int size, int number)
      throws IOException {
    int most = size == 0 ? Integer.MAX_VALUE : size;
    int count = size == 0 ? rows.size() / 2 : Integer.MAX_VALUE;
    long written = 0;
    for (int i = 0; i < count && written < most; i++) {
      byte[] row = rows.get((i + 37 * number) % rows.size());
      out.write(row);
      written += row.length;
    }
  }

  private static long count(Path folder) throws IOException {
    long rows = 0;
    byte[] block = new byte[1 << 16];
    for (Path file : files(folder)) {
      try (InputStream in = open(file)) {
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
          for (int i = 0; i < read; i++) {
            rows += block[i] == '\n' ? 1 : 0;
          }
        }
      }
    }
    return rows;
  }

  private static double unpack(Path folder) throws IOException {
    byte[] block = new byte[1 << 16];
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long bytes = 0;
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (Path file : files(folder)) {
        try (InputStream in = open(file)) {
          for (int read = in.read(block); read >= 0; read = in.read(block)) {
            bytes += read;
          }
        }
      }
      long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
      best = Math.max(best, bytes / MEBI / (used / 1e9));
    }
    return best;
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    if (!file.toString().endsWith(".zip")) {
      return in;
    }
    ZipInputStream zip = new ZipInputStream(in);
    zip.getNextEntry();
    return zip;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static List<String> dyads() {
    List<String> dyads = new ArrayList<>(List.of("USA-IRN", "ISR-IRN"));
    for (String mediator : List.of("OMN", "QAT", "CHE", "PAK", "EGY", "TUR", "IRQ")) {
      dyads.addAll(List.of(mediator + "-USA", mediator + "-IRN"));
    }
    for (String ally : List.of("SAU", "ARE", "BHR", "KWT", "ISR")) {
      dyads.add("USA-" + ally);
    }
    for (String other : List.of("SYR", "RUS", "CHN", "GBR", "FRA", "DEU", "YEM")) {
      dyads.add(other + "-USA");
    }
    return dyads;
  }

  private record Context(Path baseFolder) implements FeedContext {

    @Override
    public String instance() {
      return "bench";
    }

    @Override
    public Clock clock() {
      return Clock.systemUTC();
    }

    @Override
    public System.Logger logger() {
      return System.getLogger("bench");
    }
  }
}
