package org.muscat.contract;

import org.assertj.core.api.Assertions;
import org.muscat.spi.Batch;
import org.muscat.spi.Reading;

/** AssertJ for what plugins give. One static import brings both these and AssertJ's own. */
public class MuscatAssertions extends Assertions {

  private MuscatAssertions() {}

  /** Says something about what an indicator reads. */
  public static ReadingAssert assertThat(Reading actual) {
    return new ReadingAssert(actual);
  }

  /** Says something about what a feed brings. */
  public static BatchAssert assertThat(Batch actual) {
    return new BatchAssert(actual);
  }
}
