package org.muscat.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** A cron line, and the same said in Java. */
  private record Line(String text, boolean everyHour, Predicate<LocalDateTime> holds) {}

  private static final List<Line> LINES =
      List.of(
          new Line("30 2 * * *", false, t -> at(t, 2, 30)),
          new Line("0 0 * * *", false, t -> at(t, 0, 0)),
          new Line("0 3 * * 7", false, t -> at(t, 3, 0) && t.getDayOfWeek().getValue() == 7),
          new Line("*/7 * * * *", true, t -> t.getMinute() % 7 == 0),
          new Line("15 * * * *", true, t -> t.getMinute() == 15),
          new Line("0 */2 * * *", false, t -> t.getMinute() == 0 && t.getHour() % 2 == 0),
          new Line(
              "5,35 1-3 * * MON-FRI",
              false,
              t ->
                  t.getMinute() % 30 == 5
                      && t.getHour() >= 1
                      && t.getHour() <= 3
                      && t.getDayOfWeek().getValue() <= 5),
          new Line("0 6 29 2 *", false, t -> at(t, 6, 0) && t.getDayOfYear() == 60 && leap(t)),
          new Line("45 23 31 * *", false, t -> at(t, 23, 45) && t.getDayOfMonth() == 31));

  private static boolean at(LocalDateTime time, int hour, int minute) {
    return time.getHour() == hour && time.getMinute() == minute;
  }

  private static boolean leap(LocalDateTime time) {
    return time.toLocalDate().isLeapYear();
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, 2024-02-25T00:00:00Z, 2024-03-05T00:00:00Z",
    "Europe/Berlin, 2024-03-27T00:00:00Z, 2024-04-03T00:00:00Z",
    "Europe/Berlin, 2024-10-24T00:00:00Z, 2024-11-01T00:00:00Z",
    "America/New_York, 2024-03-07T00:00:00Z, 2024-03-13T00:00:00Z",
    "America/New_York, 2024-10-31T00:00:00Z, 2024-11-06T00:00:00Z",
    "Australia/Lord_Howe, 2024-04-04T00:00:00Z, 2024-04-09T00:00:00Z",
    "Australia/Lord_Howe, 2024-10-03T00:00:00Z, 2024-10-08T00:00:00Z",
    "America/Havana, 2024-03-08T00:00:00Z, 2024-03-12T00:00:00Z",
    "America/Havana, 2024-11-01T00:00:00Z, 2024-11-05T00:00:00Z",
    "Pacific/Apia, 2011-12-28T00:00:00Z, 2012-01-02T00:00:00Z",
    "Asia/Kathmandu, 2024-02-27T00:00:00Z, 2024-03-03T00:00:00Z"
  })
  void shouldComeAtEveryMomentThatTheLineSaysAndAtNoOther(String zone, Instant from, Instant to) {
    for (Line line : LINES) {
      Slots slots = Slots.cron(line.text(), ZoneId.of(zone));
      List<Instant> wanted = expected(line, ZoneId.of(zone), from, to);

      assertThat(forwards(slots, from, to)).as(line.text()).isEqualTo(wanted);
      assertThat(backwards(slots, from, to)).as(line.text()).isEqualTo(wanted);
    }
  }

  /** Minute by minute; a time that is left out is found among all minutes of the clock. */
  private static List<Instant> expected(Line line, ZoneId zone, Instant from, Instant to) {
    TreeSet<Instant> all = new TreeSet<>();
    for (Instant at = from; at.isBefore(to); at = at.plus(1, ChronoUnit.MINUTES)) {
      LocalDateTime local = LocalDateTime.ofInstant(at, zone);
      boolean first = local.atZone(zone).toInstant().equals(at);
      if (line.holds().test(local) && (first || line.everyHour())) {
        all.add(at);
      }
    }
    ZoneOffsetTransition change = zone.getRules().nextTransition(from);
    while (change != null && change.getInstant().isBefore(to)) {
      LocalDateTime minute = change.getDateTimeBefore();
      while (change.isGap() && minute.isBefore(change.getDateTimeAfter())) {
        if (line.holds().test(minute)) {
          all.add(change.getInstant());
        }
        minute = minute.plusMinutes(1);
      }
      change = zone.getRules().nextTransition(change.getInstant());
    }
    return List.copyOf(all);
  }

  private static List<Instant> forwards(Slots slots, Instant from, Instant to) {
    List<Instant> all = new ArrayList<>();
    Optional<Instant> slot = slots.after(from.minusMillis(1));
    while (slot.isPresent() && slot.get().isBefore(to)) {
      all.add(slot.get());
      slot = slots.after(slot.get());
    }
    return all;
  }

  private static List<Instant> backwards(Slots slots, Instant from, Instant to) {
    List<Instant> all = new ArrayList<>();
    Optional<Instant> slot = slots.atOrBefore(to.minusMillis(1));
    while (slot.isPresent() && !slot.get().isBefore(from)) {
      all.add(0, slot.get());
      slot = slots.atOrBefore(slot.get().minusMillis(1));
    }
    return all;
  }

  @Test
  void shouldComeOnceWhenTheClockIsSetForwardOverItsTime() {
    Slots slots = Slots.cron("30 2 * * *", BERLIN);

    assertThat(forwards(slots, noon("2024-03-30"), noon("2024-04-01")))
        .containsExactly(
            Instant.parse("2024-03-31T01:00:00Z"), Instant.parse("2024-04-01T00:30:00Z"));
  }

  @Test
  void shouldComeOnceWhenItsTimeComesTwice() {
    Slots slots = Slots.cron("30 2 * * *", BERLIN);

    assertThat(forwards(slots, noon("2024-10-26"), noon("2024-10-28")))
        .containsExactly(
            Instant.parse("2024-10-27T00:30:00Z"), Instant.parse("2024-10-28T01:30:00Z"));
  }

  @Test
  void shouldGoOnAsTimeDoesWhenItHoldsForEveryHour() {
    Slots slots = Slots.cron("0 * * * *", BERLIN);

    assertThat(forwards(slots, noon("2024-10-26"), noon("2024-10-27"))).hasSize(24);
    assertThat(forwards(slots, noon("2024-03-30"), noon("2024-03-31"))).hasSize(24);
  }

  private static Instant noon(String day) {
    return Instant.parse(day + "T12:00:00Z");
  }

  @Test
  void shouldReachOverTheCenturyThatHasNoLeapYear() {
    Slots slots = Slots.cron("0 6 29 2 *", BERLIN);

    assertThat(slots.after(Instant.parse("2096-03-01T00:00:00Z")))
        .contains(Instant.parse("2104-02-29T05:00:00Z"));
    assertThat(slots.atOrBefore(Instant.parse("2104-02-01T00:00:00Z")))
        .contains(Instant.parse("2096-02-29T05:00:00Z"));
  }

  @Test
  void shouldHoldForEitherDayWhenBothAreNamedAsCronDoes() {
    Slots slots = Slots.cron("0 0 13 * FRI", ZoneOffset.UTC);

    assertThat(forwards(slots, noon("2024-06-10"), noon("2024-06-22")))
        .containsExactly(
            Instant.parse("2024-06-13T00:00:00Z"),
            Instant.parse("2024-06-14T00:00:00Z"),
            Instant.parse("2024-06-21T00:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 6 * *", "61 * * * *", "0 0 * * 9", "every day", "0 0 30 2 *", ""})
  void shouldRefuseWhatIsNoLineOrNeverComes(String line) {
    assertThatThrownBy(() -> Slots.cron(line, ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldCountAnIntervalFromTheSameMomentWhoeverAsks() {
    Slots slots = Slots.every(Duration.ofMinutes(15));

    assertThat(slots.after(Instant.parse("2024-01-01T00:07:00Z")))
        .contains(Instant.parse("2024-01-01T00:15:00Z"));
    assertThat(slots.after(Instant.parse("2024-01-01T00:15:00Z")))
        .contains(Instant.parse("2024-01-01T00:30:00Z"));
    assertThat(slots.atOrBefore(Instant.parse("2024-01-01T00:15:00Z")))
        .contains(Instant.parse("2024-01-01T00:15:00Z"));
    assertThat(slots.atOrBefore(Instant.parse("1969-12-31T23:59:00Z")))
        .contains(Instant.parse("1969-12-31T23:45:00Z"));
    assertThatThrownBy(() -> Slots.every(Duration.ofNanos(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldDelayAJobAlwaysByTheSame() {
    Duration most = Duration.ofSeconds(30);

    assertThat(Jitter.of("morning", most)).isEqualTo(Jitter.of("morning", most)).isLessThan(most);
    assertThat(Jitter.of("morning", most)).isNotEqualTo(Jitter.of("evening", most));
    assertThat(Jitter.of("morning", Duration.ZERO)).isZero();
  }
}
