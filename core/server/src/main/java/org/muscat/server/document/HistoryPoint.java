package org.muscat.server.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.server.index.PublishedPoint;
import org.muscat.store.Publication;
import org.muscat.store.StoredState;

/**
 * What was said of a theatre as of one moment, in the history of it.
 *
 * @param stability with {@code lower} and {@code upper} in points; null if there is no score
 * @param coverage in [0,1]
 * @param regime null if the model judges none
 * @param origin {@code published} by a tick, or {@code computed} for a day of the past
 */
public record HistoryPoint(
    String asOf,
    String status,
    @Nullable Double stability,
    @Nullable Double lower,
    @Nullable Double upper,
    double coverage,
    @Nullable String regime,
    String origin) {

  private static final String PUBLISHED = "published";
  private static final String COMPUTED = "computed";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What this process published. */
  public static HistoryPoint of(PublishedPoint point) {
    return new HistoryPoint(
        point.asOf().toString(),
        Words.of(point.status()),
        point.stability(),
        point.lower(),
        point.upper(),
        point.coverage(),
        point.regime() == null ? null : Words.of(point.regime()),
        PUBLISHED);
  }

  /** What was published and recorded with its numbers. */
  public static HistoryPoint of(Publication publication) {
    Publication.Said said = Objects.requireNonNull(publication.said(), "a publication's numbers");
    return new HistoryPoint(
        publication.asOf().toString(),
        said.status(),
        said.stability(),
        said.lower(),
        said.upper(),
        said.coverage(),
        said.regime(),
        PUBLISHED);
  }

  /**
   * What was stored of a day of the past; empty if its document is not one of this API.
   *
   * @throws IllegalStateException if its document is no JSON
   */
  public static Optional<HistoryPoint> of(StoredState state) {
    JsonNode document;
    try {
      document = MAPPER.readTree(state.document());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "the stored document of " + state.theatre() + " as of " + state.asOf() + " is no JSON",
          e);
    }
    JsonNode coverage = document.path("coverage");
    if (!coverage.isNumber()) {
      return Optional.empty();
    }
    JsonNode regime = document.at("/regime/regime");
    return Optional.of(
        new HistoryPoint(
            state.asOf().toString(),
            state.status(),
            state.stability(),
            state.lower(),
            state.upper(),
            coverage.doubleValue(),
            regime.isTextual() ? regime.asText() : null,
            COMPUTED));
  }

  /** The moment that it speaks of. */
  public Instant moment() {
    return Instant.parse(asOf);
  }
}
