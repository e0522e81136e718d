package org.muscat.diplomacy.sanctions;

import static org.muscat.contract.TestSeries.series;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muscat.contract.TestSeries;
import org.muscat.spi.Observation;

/** Made-up days with lists and what changed on them; a designation on every seventh day. */
public final class SanctionsDays {

  static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private SanctionsDays() {}

  /** Lists on all of a number of days, the first of which is the baseline. */
  public static List<Observation> daily(int days) {
    return on(days, day -> true);
  }

  /** Lists on some of a number of days, and designations as usual on those. */
  static List<Observation> on(int days, IntPredicate seen) {
    List<Integer> with = IntStream.range(0, days).filter(seen).boxed().toList();
    return Stream.of(
            baseline(0),
            with.stream().map(SanctionsDays::list),
            with.stream()
                .filter(day -> day % 7 == 3)
                .map(day -> change(day, "usual", OfacSeries.DESIGNATION, 1)))
        .flatMap(each -> each)
        .collect(Collectors.toList());
  }

  static Stream<Observation> baseline(int day) {
    return event(
        day, OfacSeries.BASELINE, OfacSeries.BASELINE, 0, Map.of(OfacSeries.SEEN, date(day)));
  }

  static Observation list(int day) {
    return series("ofac/gulf/list").at(date(day), 500 + day).observations().get(0);
  }

  static Observation change(int day, String name, String type, double value) {
    return event(day, name, type, value, Map.of("name", name)).findFirst().orElseThrow();
  }

  static String date(int day) {
    return FIRST.plusDays(day).toString();
  }

  private static Stream<Observation> event(
      int day, String name, String type, double value, Map<String, String> attributes) {
    TestSeries events =
        series("events/gulf/ofac")
            .event(date(day), date(day) + "/" + name, type, value, attributes);
    return events.observations().stream();
  }
}
