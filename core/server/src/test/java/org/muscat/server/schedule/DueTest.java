package org.muscat.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.muscat.server.schedule.CatchUp.Policy;

class DueTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Slots HOURLY = Slots.every(Duration.ofHours(1));

  /** A machine with a clock that is set by hand; it does what is due whenever it looks. */
  private static final class Machine {

    private final Policy policy;
    private final TreeSet<Instant> done = new TreeSet<>();
    private Slots slots;
    private Instant now;

    Machine(Policy policy, Slots slots, String begin) {
      this.policy = policy;
      this.slots = slots;
      this.now = Instant.parse(begin);
      done.add(now);
    }

    /**
     * Moves the clock, then looks once. Gives the slots that were done, as the store takes them.
     */
    List<String> at(String moment) {
      now = Instant.parse(moment);
      Instant last = done.floor(now);
      List<String> fresh = new ArrayList<>();
      CatchUp catchUp = CatchUp.of(policy, 3);
      Instant since = last == null ? now : last;
      for (Instant slot : Due.of(slots, since, now, Duration.ZERO, catchUp).slots()) {
        if (done.add(slot)) {
          fresh.add(slot.toString());
        }
      }
      return fresh;
    }

    /** Looks every minute up to a moment. */
    List<String> until(String moment) {
      List<String> all = new ArrayList<>();
      Instant end = Instant.parse(moment);
      for (Instant at = now.plusSeconds(60); !at.isAfter(end); at = at.plusSeconds(60)) {
        all.addAll(at(at.toString()));
      }
      return all;
    }
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void shouldDoEachSlotOnceWhileTheMachineRuns(Policy policy) {
    Machine machine = new Machine(policy, HOURLY, "2024-01-01T00:30:00Z");

    assertThat(machine.until("2024-01-01T03:30:00Z"))
        .containsExactly("2024-01-01T01:00:00Z", "2024-01-01T02:00:00Z", "2024-01-01T03:00:00Z");
  }

  @Test
  void shouldLeaveOutWhatAPausedMachineMissed() {
    Machine machine = new Machine(Policy.NONE, HOURLY, "2024-01-01T00:30:00Z");

    assertThat(machine.at("2024-01-01T10:20:00Z")).isEmpty();
    assertThat(machine.until("2024-01-01T11:20:00Z")).containsExactly("2024-01-01T11:00:00Z");
  }

  @Test
  void shouldStillDoASlotWithinItsGrace() {
    Machine machine = new Machine(Policy.NONE, HOURLY, "2024-01-01T00:30:00Z");

    assertThat(machine.at("2024-01-01T01:01:00Z")).containsExactly("2024-01-01T01:00:00Z");
    assertThat(machine.at("2024-01-01T02:01:01Z")).isEmpty();
  }

  @Test
  void shouldDoTheNewestOfWhatAPausedMachineMissed() {
    Machine machine = new Machine(Policy.LATEST, HOURLY, "2024-01-01T00:30:00Z");

    assertThat(machine.at("2024-01-01T10:20:00Z")).containsExactly("2024-01-01T10:00:00Z");
    assertThat(machine.until("2024-01-01T11:20:00Z")).containsExactly("2024-01-01T11:00:00Z");
  }

  @Test
  void shouldDoEachOfWhatAPausedMachineMissedAtItsOwnMomentUpToTheMost() {
    Machine machine = new Machine(Policy.ALL, HOURLY, "2024-01-01T00:30:00Z");

    assertThat(machine.at("2024-01-01T10:20:00Z"))
        .containsExactly("2024-01-01T08:00:00Z", "2024-01-01T09:00:00Z", "2024-01-01T10:00:00Z");
    assertThat(machine.at("2024-01-01T10:20:10Z")).isEmpty();
  }

  @Test
  void shouldCountWhatIsLeftOut() {
    Instant done = Instant.parse("2024-01-01T00:00:00Z");
    Instant now = Instant.parse("2024-01-01T10:20:00Z");

    assertThat(due(done, now, Policy.NONE)).isEqualTo(new Due(List.of(), 10));
    assertThat(due(done, now, Policy.LATEST).skipped()).isEqualTo(9);
    assertThat(due(done, now, Policy.ALL).skipped()).isEqualTo(7);
    assertThat(due(Instant.EPOCH, now, Policy.LATEST).skipped()).isEqualTo(Due.MOST_COUNTED);
  }

  private static Due due(Instant done, Instant now, Policy policy) {
    return Due.of(HOURLY, done, now, Duration.ZERO, CatchUp.of(policy, 3));
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void shouldDoNothingTwiceWhenTheClockIsSetBack(Policy policy) {
    Machine machine = new Machine(policy, HOURLY, "2024-01-01T00:30:00Z");
    machine.until("2024-01-01T03:30:00Z");

    machine.at("2024-01-01T01:30:00Z");

    assertThat(machine.until("2024-01-01T04:30:00Z")).containsExactly("2024-01-01T04:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({"NONE, 0", "LATEST, 1", "ALL, 3"})
  void shouldTreatAClockThatJumpsForwardAsAPauseAndGoOnWhenItIsCorrected(
      Policy policy, int madeUp) {
    Machine machine = new Machine(policy, HOURLY, "2024-01-01T00:30:00Z");

    assertThat(machine.at("2030-01-01T00:20:00Z")).hasSize(madeUp);
    assertThat(machine.at("2024-01-01T00:40:00Z")).isEmpty();

    assertThat(machine.until("2024-01-01T02:30:00Z"))
        .containsExactly("2024-01-01T01:00:00Z", "2024-01-01T02:00:00Z");
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void shouldComeOnceOnTheDayThatTheClockIsSetForward(Policy policy) {
    Machine machine = new Machine(policy, Slots.cron("30 2 * * *", BERLIN), "2024-03-30T12:00:00Z");

    assertThat(machine.until("2024-04-01T12:00:00Z"))
        .containsExactly("2024-03-31T01:00:00Z", "2024-04-01T00:30:00Z");
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void shouldComeOnceOnTheDayThatTheClockIsSetBack(Policy policy) {
    Machine machine = new Machine(policy, Slots.cron("30 2 * * *", BERLIN), "2024-10-26T12:00:00Z");

    assertThat(machine.until("2024-10-28T12:00:00Z"))
        .containsExactly("2024-10-27T00:30:00Z", "2024-10-28T01:30:00Z");
  }

  @Test
  void shouldMakeUpForADayOnWhichTheClockWasSetForwardOnlyOnce() {
    Machine machine =
        new Machine(Policy.ALL, Slots.cron("*/30 2 * * *", BERLIN), "2024-03-30T12:00:00Z");

    assertThat(machine.at("2024-03-31T12:00:00Z")).containsExactly("2024-03-31T01:00:00Z");
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void shouldDoNothingTwiceWhenTheZoneIsAnotherOne(Policy policy) {
    Machine machine =
        new Machine(policy, Slots.cron("0 6 * * *", ZoneOffset.UTC), "2024-01-01T00:00:00Z");
    assertThat(machine.until("2024-01-01T07:00:00Z")).containsExactly("2024-01-01T06:00:00Z");

    machine.slots = Slots.cron("0 6 * * *", BERLIN);

    assertThat(machine.until("2024-01-02T07:00:00Z")).containsExactly("2024-01-02T05:00:00Z");
  }

  @Test
  void shouldWaitForTheDelayAndMeasureTheGraceFromIt() {
    Instant slot = Instant.parse("2024-01-01T01:00:00Z");
    Duration delay = Duration.ofSeconds(20);
    CatchUp catchUp = CatchUp.of(Policy.NONE, 1);
    Instant done = slot.minusSeconds(1);

    assertThat(Due.of(HOURLY, done, slot.plusSeconds(19), delay, catchUp).slots()).isEmpty();
    assertThat(Due.of(HOURLY, done, slot.plusSeconds(20), delay, catchUp).slots())
        .containsExactly(slot);
    assertThat(Due.of(HOURLY, done, slot.plusSeconds(80), delay, catchUp).slots())
        .containsExactly(slot);
    assertThat(Due.of(HOURLY, done, slot.plusSeconds(81), delay, catchUp).slots()).isEmpty();
  }
}
