package org.muscat.energy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlausibilityTest {

  private static final Wanted GAS = new Wanted("DHHNGSP", "gas/henry-hub", 1);
  private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);

  private final TestingLogger logger = new TestingLogger();
  private final Plausibility plausibility = new Plausibility(logger);

  @Test
  void shouldTellOfTenTimesTheUsual() {
    plausibility.check(GAS, then(23.86), Optional.empty());

    assertThat(logger.told)
        .containsExactly(
            "gas/henry-hub has 1 values far from those before them, kept as published: 23.86 on"
                + " 2021-01-31, usual is 2.5");
  }

  @Test
  void shouldTellOfANegativePrice() {
    plausibility.check(GAS, then(-36.98), Optional.empty());

    assertThat(logger.told).singleElement().asString().contains("-36.98 on 2021-01-31");
  }

  @Test
  void shouldTellNothingOfAWildWeek() {
    plausibility.check(GAS, then(6), Optional.empty());

    assertThat(logger.told).isEmpty();
  }

  @Test
  void shouldTellOfAValueOnce() {
    plausibility.check(GAS, then(23.86), Optional.of(LocalDate.of(2021, 1, 31)));

    assertThat(logger.told).isEmpty();
  }

  /** Thirty days at 2.5, and one more. */
  private static List<Cells.Cell> then(double last) {
    return IntStream.rangeClosed(0, 30)
        .mapToObj(i -> new Cells.Cell(i, FIRST.plusDays(i), i < 30 ? 2.5 : last, Optional.empty()))
        .toList();
  }

  private static final class TestingLogger implements System.Logger {

    private final List<String> told = new ArrayList<>();

    @Override
    public String getName() {
      return "testing";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(
        Level level, @Nullable ResourceBundle bundle, String message, @Nullable Throwable thrown) {
      told.add(message);
    }

    @Override
    public void log(
        Level level, @Nullable ResourceBundle bundle, String format, @Nullable Object... values) {
      told.add(MessageFormat.format(format, values));
    }
  }
}
