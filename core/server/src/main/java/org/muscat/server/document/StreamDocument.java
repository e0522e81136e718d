package org.muscat.server.document;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What was published of a theatre, in the stream.
 *
 * @param stability with {@code lower} and {@code upper} in points; null if there is no score
 * @param coverage in [0,1]
 * @param regime null if the model judges none
 * @param id of the event: milliseconds since 1970, a dash, the id of the theatre
 */
public record StreamDocument(
    String theatre,
    String asOf,
    String status,
    @Nullable Double stability,
    @Nullable Double lower,
    @Nullable Double upper,
    double coverage,
    @Nullable String regime,
    String id) {

  /** In the order in which they are sent. */
  public static final Comparator<StreamDocument> ORDER =
      Comparator.comparing(StreamDocument::asOfMillis).thenComparing(StreamDocument::theatre);

  /** The event of a point. */
  public static StreamDocument of(String theatre, HistoryPoint point) {
    return new StreamDocument(
        theatre,
        point.asOf(),
        point.status(),
        point.stability(),
        point.lower(),
        point.upper(),
        point.coverage(),
        point.regime(),
        point.moment().toEpochMilli() + "-" + theatre);
  }

  private long asOfMillis() {
    return Instant.parse(asOf).toEpochMilli();
  }
}
