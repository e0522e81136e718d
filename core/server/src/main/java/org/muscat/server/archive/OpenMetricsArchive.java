package org.muscat.server.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.HistoryPoint;
import org.muscat.store.Archive;
import org.muscat.store.IndexStates;
import org.muscat.store.StoredScore;
import org.muscat.store.StoredVersion;

/**
 * Writes the past as OpenMetrics with timestamps, for {@code promtool tsdb create-blocks-from
 * openmetrics}. Row by row: memory does not grow with their number.
 */
public final class OpenMetricsArchive {

  private static final String INDEX = "muscat_stability_ratio";
  private static final String LOWER = "muscat_stability_lower_ratio";
  private static final String UPPER = "muscat_stability_upper_ratio";

  private final Appendable out;
  private long samples;

  /**
   * A writer of one text.
   *
   * @param out is told everything
   */
  public OpenMetricsArchive(Appendable out) {
    this.out = out;
  }

  /**
   * Writes the points of some series as they were known at a moment, those of each source apart.
   * Events have no value over time and are left out.
   *
   * @return how many samples were written
   * @throws UncheckedIOException if it cannot be written
   */
  public long observations(
      Archive archive, List<String> series, Instant from, Instant to, Instant asOf) {
    family("muscat_observation", "Points as they were known, in the units of their series.");
    for (String name : series) {
      archive.latest(name, from, to, asOf, this::point);
    }
    write("# EOF\n");
    return samples;
  }

  /**
   * Writes the stored states of a theatre, of each moment the newest version. What has no score has
   * no sample.
   *
   * @return how many samples were written
   * @throws UncheckedIOException if it cannot be written
   */
  public long states(IndexStates states, String theatre, Instant from, Instant to) {
    return states(states, List.of(theatre), from, to);
  }

  /** The same of several theatres, one after the other in each family. */
  public long states(IndexStates states, List<String> theatres, Instant from, Instant to) {
    Span span = new Span(states, theatres, from, to);
    family(INDEX, "The index, from 0 to 1.");
    states(INDEX, span, StoredScore::stability);
    family(LOWER, "The lower end of its interval.");
    states(LOWER, span, StoredScore::lower);
    family(UPPER, "The upper end of its interval.");
    states(UPPER, span, StoredScore::upper);
    write("# EOF\n");
    return samples;
  }

  /** Which states. */
  private record Span(IndexStates states, List<String> theatres, Instant from, Instant to) {}

  /**
   * Writes points of a theatre. What has no score has no sample.
   *
   * @param points oldest first
   * @return how many samples were written
   * @throws UncheckedIOException if it cannot be written
   */
  public long points(String model, String theatre, List<HistoryPoint> points) {
    family(INDEX, "The index, from 0 to 1.");
    points(INDEX, model, theatre, points, HistoryPoint::stability);
    family(LOWER, "The lower end of its interval.");
    points(LOWER, model, theatre, points, HistoryPoint::lower);
    family(UPPER, "The upper end of its interval.");
    points(UPPER, model, theatre, points, HistoryPoint::upper);
    write("# EOF\n");
    return samples;
  }

  private void points(
      String name,
      String model,
      String theatre,
      List<HistoryPoint> points,
      Function<HistoryPoint, @Nullable Double> value) {
    for (HistoryPoint point : points) {
      Double told = value.apply(point);
      if (told != null) {
        sample(name, labels(model, theatre), told / 100, point.moment());
      }
    }
  }

  private static String labels(String model, String theatre) {
    return "model=\"" + escaped(model) + "\",theatre=\"" + escaped(theatre) + '"';
  }

  private void states(String name, Span span, Function<StoredScore, @Nullable Double> value) {
    for (String theatre : span.theatres()) {
      states(name, span, theatre, value);
    }
  }

  private void states(
      String name, Span span, String theatre, Function<StoredScore, @Nullable Double> value) {
    NewestScores newest =
        new NewestScores(
            score -> {
              Double points = value.apply(score);
              if (points != null) {
                sample(name, labels(score.model(), theatre), points / 100, score.asOf());
              }
            });
    span.states().forEachScore(theatre, span.from(), span.to(), newest);
    newest.finish();
  }

  private void point(StoredVersion version) {
    if (version.key().isEmpty()) {
      String labels =
          "series=\""
              + escaped(version.series())
              + "\",source=\""
              + escaped(version.source())
              + '"';
      sample("muscat_observation", labels, version.value(), version.observedAt());
    }
  }

  private void family(String name, String help) {
    write("# HELP " + name + " " + help + "\n# TYPE " + name + " gauge\n");
  }

  private void sample(String name, String labels, double value, Instant at) {
    samples++;
    write(name + "{" + labels + "} " + value + " " + Timestamps.seconds(at) + "\n");
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private void write(String text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
