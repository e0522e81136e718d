package org.muscat.contract;

import java.time.Instant;
import org.assertj.core.api.AbstractAssert;
import org.muscat.spi.Batch;

/** Says something about what a feed brings. */
public final class BatchAssert extends AbstractAssert<BatchAssert, Batch> {

  BatchAssert(Batch actual) {
    super(actual, BatchAssert.class);
  }

  /** It brings just so many observations. */
  public BatchAssert hasObservations(int count) {
    isNotNull();
    if (actual.observations().size() != count) {
      failWithMessage(
          "it brings %s observations, not %s: %s",
          actual.observations().size(), count, actual.observations());
    }
    return this;
  }

  /** It brings this point or event, among others. */
  public BatchAssert hasObservation(String series, String moment, double value) {
    isNotNull();
    Instant at = Moments.of(moment);
    boolean found =
        actual.observations().stream()
            .anyMatch(
                one ->
                    one.series().equals(series)
                        && one.observedAt().equals(at)
                        && Double.compare(one.value(), value) == 0);
    if (!found) {
      failWithMessage(
          "it does not bring %s %s = %s, but %s", series, at, value, actual.observations());
    }
    return this;
  }

  /** No row was rejected. */
  public BatchAssert hasNoRejections() {
    isNotNull();
    if (!actual.rejections().isEmpty()) {
      failWithMessage("it rejects %s", actual.rejections());
    }
    return this;
  }

  /** A row was rejected, and where and why says this among other things. */
  public BatchAssert hasRejection(String part) {
    isNotNull();
    if (actual.rejections().stream().noneMatch(row -> row.toString().contains(part))) {
      failWithMessage("it rejects no row because '%s': %s", part, actual.rejections());
    }
    return this;
  }

  /** The source has nothing more for now. */
  public BatchAssert isLast() {
    isNotNull();
    if (actual.hasMore()) {
      failWithMessage("it says that there is more");
    }
    return this;
  }
}
