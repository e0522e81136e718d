package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;

/** Reads an indicator of a chronicle, for the tests. */
record Reader<C extends Record>(IndicatorProvider<C> provider, C config) {

  Reading read(History history, String day) {
    return history.read(provider, config, Recorded.day(day));
  }

  Measured measured(History history, String day) {
    Reading reading = read(history, day);
    assertThat(reading).isInstanceOf(Measured.class);
    return (Measured) reading;
  }

  double value(Coded coded, String day) {
    return measured(coded.history(), day).value();
  }

  String fact(Coded coded, String name, String day) {
    return measured(coded.history(), day).facts().get(name);
  }
}
