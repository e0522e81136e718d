package org.muscat.contract;

import java.time.Instant;
import org.assertj.core.api.AbstractAssert;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;

/** Says something about what an indicator reads. */
public final class ReadingAssert extends AbstractAssert<ReadingAssert, Reading> {

  private static final double ROUNDING = 1e-9;

  ReadingAssert(Reading actual) {
    super(actual, ReadingAssert.class);
  }

  /** It is a measurement. */
  public ReadingAssert isMeasured() {
    measured();
    return this;
  }

  /** It is a measurement with this value, but for rounding in the ninth digit. */
  public ReadingAssert isMeasured(double value) {
    return isMeasured(value, ROUNDING * Math.max(1, Math.abs(value)));
  }

  /** It is a measurement with about this value. */
  public ReadingAssert isMeasured(double value, double within) {
    double is = measured().value();
    if (!(Math.abs(is - value) <= within)) {
      failWithMessage("it measures %s, not %s within %s", is, value, within);
    }
    return this;
  }

  /** It is a measurement that is said to rest on less data than it wants. */
  public ReadingAssert isPartial() {
    if (measured().caveat().isEmpty()) {
      failWithMessage("it measures %s and does not say that it is partial", actual);
    }
    return this;
  }

  /** It is a measurement whose newest input is of this moment. */
  public ReadingAssert wasObservedAt(String moment) {
    Instant wanted = Moments.of(moment);
    if (!measured().observedAt().equals(wanted)) {
      failWithMessage("it was observed at %s, not %s", measured().observedAt(), wanted);
    }
    return this;
  }

  /** It is a measurement with this fact beside it. */
  public ReadingAssert hasFact(String name, String text) {
    if (!text.equals(measured().facts().get(name))) {
      failWithMessage("its facts are %s, without %s: %s", measured().facts(), name, text);
    }
    return this;
  }

  /** There is no data, and the reason says this among other things. */
  public ReadingAssert hasNoDataBecause(String part) {
    if (!(actual instanceof NoData none)) {
      failWithMessage("it measures %s; it should have no data because %s", actual, part);
    } else if (!none.reason().contains(part)) {
      failWithMessage("it has no data because '%s', not because '%s'", none.reason(), part);
    }
    return this;
  }

  private Measured measured() {
    isNotNull();
    if (actual instanceof Measured measured) {
      return measured;
    }
    throw failure("it has no data: %s", actual);
  }
}
