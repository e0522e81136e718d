package org.muscat.server.archive;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of theatres over many moments as one OpenMetrics text with timestamps, for {@code
 * promtool tsdb create-blocks-from openmetrics}. It is made of the very text that is served to a
 * scraper, so that the past has the names and labels of the present. Samples without the label
 * {@code theatre} are left out: they are not about a theatre, and would come once for each.
 *
 * <p>The format wants all samples of a family together, while moments come one after the other, so
 * each family has a file of its own until the end, beside the result; memory does not grow with the
 * number of moments. For one thread.
 */
public final class MetricHistory implements AutoCloseable {

  private static final String TYPE = "# TYPE ";
  private static final String EOF = "# EOF";
  private static final String OF_A_THEATRE = "theatre=\"";

  private final Path out;
  private final Path parts;
  private final Map<String, Part> families = new TreeMap<>();
  private long samples;

  /** The file of one family. */
  private record Part(Path file, BufferedWriter writer) {}

  /**
   * A history that is written to a file when it is {@linkplain #finish() finished}.
   *
   * @param out is not there yet; its folder is
   * @throws UncheckedIOException if nothing can be written beside it
   */
  public MetricHistory(Path out) {
    this.out = out.toAbsolutePath();
    try {
      this.parts = Files.createTempDirectory(this.out.getParent(), ".muscat-history");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write beside " + out, e);
    }
  }

  /**
   * Adds the metrics of one moment. Those of a theatre come in the order of time.
   *
   * @param at what they speak of
   * @param openMetrics as {@code ExpositionFormat.OPEN_METRICS} writes it
   * @throws UncheckedIOException if it cannot be written
   */
  public void add(Instant at, String openMetrics) {
    String timestamp = " " + Timestamps.seconds(at) + "\n";
    StringBuilder head = new StringBuilder();
    String name = "";
    for (String line : openMetrics.split("\n")) {
      if (line.startsWith(TYPE)) {
        name = line.substring(TYPE.length(), line.indexOf(' ', TYPE.length()));
        head.setLength(0);
      }
      if (line.startsWith("#")) {
        head.append(line).append('\n');
      } else if (line.contains(OF_A_THEATRE)) {
        write(name, head, line + timestamp);
      }
    }
  }

  /**
   * Writes the file.
   *
   * @return how many samples it has
   * @throws UncheckedIOException if it cannot be written
   */
  public long finish() {
    try (Writer whole = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      for (Part part : families.values()) {
        part.writer().close();
        try (Stream<String> lines = Files.lines(part.file())) {
          for (String line : (Iterable<String>) lines::iterator) {
            whole.append(line).append('\n');
          }
        }
      }
      whole.append(EOF).append('\n');
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + out, e);
    }
  }

  private void write(String family, CharSequence head, String sample) {
    try {
      Part part = families.get(family);
      if (part == null) {
        Path file = parts.resolve(family);
        part = new Part(file, Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        families.put(family, part);
        part.writer().append(head);
      }
      part.writer().append(sample);
      samples++;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write beside " + out, e);
    }
  }

  /** Removes the files of the families. */
  @Override
  public void close() {
    IOException failure = null;
    for (Part part : families.values()) {
      failure = worse(failure, part.writer()::close);
    }
    try (Stream<Path> files = Files.walk(parts)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      failure = failure == null ? e : failure;
    }
    if (failure != null) {
      throw new UncheckedIOException("cannot remove " + parts, failure);
    }
  }

  /** One that cannot be closed does not keep the others from being closed. */
  private static @Nullable IOException worse(@Nullable IOException before, Closing closing) {
    try {
      closing.close();
      return before;
    } catch (IOException e) {
      return before == null ? e : before;
    }
  }

  /** What may fail. */
  private interface Closing {
    void close() throws IOException;
  }
}
