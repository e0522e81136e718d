package org.muscat.server.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of theatres over many moments as one OpenMetrics text with timestamps, for {@code
 * promtool tsdb create-blocks-from openmetrics}. It is made of the very text that is served to a
 * scraper, so that the past has the names and labels of the present. Samples without the label
 * {@code theatre} are left out: they are not about a theatre, and would come once for each.
 *
 * <p>The format wants all samples of a family together, and in it all of a metric, in the order of
 * time, while moments come one after the other: so each metric has a text of its own until the end.
 * Memory grows with the number of metrics, not of moments. For one thread.
 */
public final class MetricHistory implements AutoCloseable {

  private static final String TYPE = "# TYPE ";
  private static final String STATE_SET = " stateset";
  private static final String EOF = "# EOF\n";
  private static final String OF_A_THEATRE = "theatre=\"";
  private static final int ROOM = 1 << 24;

  private final Path out;
  private final GrowingTexts texts;
  private final Map<String, Family> families = new TreeMap<>();
  private long samples;

  /**
   * A family of metrics.
   *
   * @param head what stands before its samples
   * @param state what tells the states of a metric apart; null if it has none
   */
  private record Family(
      String head, @Nullable Pattern state, Map<String, GrowingTexts.Text> metrics) {

    static Family of(String name, String type, String head) {
      Pattern state =
          type.endsWith(STATE_SET)
              ? Pattern.compile("(?<=[{,])" + Pattern.quote(name) + "=\"(?:[^\"\\\\]|\\\\.)*\",?")
              : null;
      return new Family(head, state, new LinkedHashMap<>());
    }

    /** The same for all samples of a metric, whatever their moment and state. */
    String metric(String sample) {
      String labels = sample.substring(0, sample.lastIndexOf(' '));
      return state == null ? labels : state.matcher(labels).replaceFirst("");
    }
  }

  /**
   * A history that is written to a file when it is {@linkplain #finish() finished}.
   *
   * @param out its folder is there
   * @throws UncheckedIOException if nothing can be written beside it
   */
  public MetricHistory(Path out) {
    this(out, ROOM);
  }

  /** The same with room in memory for so many characters. */
  MetricHistory(Path out, int room) {
    this.out = out.toAbsolutePath();
    try {
      this.texts = new GrowingTexts(this.out.resolveSibling(""), room);
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
    String type = "";
    for (String line : openMetrics.split("\n")) {
      if (line.startsWith(TYPE)) {
        type = line;
        head.setLength(0);
      }
      if (line.startsWith("#")) {
        head.append(line).append('\n');
      } else if (line.contains(OF_A_THEATRE)) {
        add(family(type, head), line, timestamp);
      }
    }
  }

  private Family family(String type, CharSequence head) {
    String name = type.substring(TYPE.length(), type.indexOf(' ', TYPE.length()));
    Family known = families.get(name);
    if (known == null) {
      known = Family.of(name, type, head.toString());
      families.put(name, known);
    }
    return known;
  }

  private void add(Family family, String sample, String timestamp) {
    try {
      family
          .metrics()
          .computeIfAbsent(family.metric(sample), metric -> texts.begin())
          .append(sample + timestamp);
      samples++;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write beside " + out, e);
    }
  }

  /**
   * Writes the file, which is there as a whole or not at all.
   *
   * @return how many samples it has
   * @throws UncheckedIOException if it cannot be written
   */
  public long finish() {
    Path part = out.resolveSibling("." + out.getFileName() + ".part");
    try {
      try (FileChannel whole =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        for (Family family : families.values()) {
          int unused = GrowingTexts.write(whole, family.head());
          for (GrowingTexts.Text metric : family.metrics().values()) {
            metric.writeTo(whole);
          }
        }
        int unused = GrowingTexts.write(whole, EOF);
      }
      Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + out, e);
    }
  }

  /** Lets go of what was not written. */
  @Override
  public void close() {
    try {
      texts.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove what waited beside " + out, e);
    }
  }
}
