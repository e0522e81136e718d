package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.SeriesView;

/**
 * How far an indicator looks at the chronicle.
 *
 * @param days up to the last coded one; a reading is partial unless all of them are coded, and
 *     there is none unless half of them are
 * @param maxAge of the last coded day; there is no reading when it is older
 */
record Horizon(int days, Duration maxAge) {

  /**
   * The coded days and the events of some domains, all of them: what goes on may have begun years
   * ago, and an event that left the view on a day that nobody coded would have worn off.
   */
  Inputs inputs(String theatre, Domain... domains) {
    Inputs inputs = Inputs.none().with(CodedDays.series(theatre), CodedDays.lookBack(days, maxAge));
    for (Domain domain : domains) {
      inputs = inputs.with(domain.series(theatre), Inputs.WHOLE_HISTORY);
    }
    return inputs;
  }

  /**
   * Measures as of the end of the last coded day, if that is not too old and days enough are coded.
   */
  Reading read(SeriesView known, String theatre, Function<CodedDays, Measured> measure) {
    CodedDays coded = CodedDays.of(known, theatre, days);
    Optional<NoData> silence = coded.silence(maxAge);
    return silence.isPresent() ? silence.get() : coded.judge(measure.apply(coded));
  }
}
