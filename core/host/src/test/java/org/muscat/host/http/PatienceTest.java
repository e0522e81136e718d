package org.muscat.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paces, pauses and back-offs, without waiting for them. */
class PatienceTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final long SECOND = 1_000_000_000L;

  @Test
  void shouldLetABurstGoAndThenKeepTheRate() {
    HostPace pace = new HostPace(2, 3);
    long now = -5; // the clock of the machine may well be negative

    for (int i = 0; i < 3; i++) {
      assertThat(pace.reserve(now, LONG)).contains(Duration.ZERO);
    }

    assertThat(pace.reserve(now, LONG)).contains(Duration.ofMillis(500));
    assertThat(pace.reserve(now, LONG)).contains(Duration.ofSeconds(1));
    assertThat(pace.reserve(now + 10 * SECOND, LONG)).contains(Duration.ZERO);
  }

  @Test
  void shouldTakeNoPlaceThatComesTooLate() {
    HostPace pace = new HostPace(1, 1);
    pace.reserve(0, LONG);

    assertThat(pace.reserve(0, Duration.ofMillis(999))).isEmpty();
    assertThat(pace.reserve(0, LONG)).contains(Duration.ofSeconds(1));
  }

  @Test
  void shouldSendNothingDuringAPause() {
    HostPace pace = new HostPace(1, 5);

    pace.pause(0, Duration.ofSeconds(60));
    pace.pause(0, Duration.ofSeconds(10)); // a shorter one takes nothing back

    assertThat(pace.reserve(20 * SECOND, Duration.ofSeconds(39))).isEmpty();
    assertThat(pace.reserve(20 * SECOND, LONG)).contains(Duration.ofSeconds(40));
    assertThat(pace.pause(61 * SECOND)).isZero();
  }

  @Test
  void shouldBackOffTwiceAsLongEachTimeWithJitter() {
    BackOff backOff = new BackOff(Duration.ofSeconds(1), new Random(7));

    for (int tries = 1; tries <= 5; tries++) {
      long about = 1L << (tries - 1);
      assertThat(backOff.after(tries))
          .isBetween(Duration.ofMillis(about * 500), Duration.ofMillis(about * 1_500));
    }
    assertThat(backOff.after(60)).isLessThanOrEqualTo(Duration.ofSeconds(45));
  }

  @Test
  void shouldSpreadTheSameWayForTheSameSeed() {
    Duration first = new BackOff(Duration.ofSeconds(1), new Random(7)).after(1);
    Duration again = new BackOff(Duration.ofSeconds(1), new Random(7)).after(1);
    Duration other = new BackOff(Duration.ofSeconds(1), new Random(8)).after(1);

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "120, 2025-06-01T00:02:00Z",
    "0, 2025-06-01T00:00:00Z",
    "99999999999999, 2025-06-02T00:00:00Z",
    "'Sun, 01 Jun 2025 00:00:30 GMT', 2025-06-01T00:00:30Z",
    "'Sun, 01 Jun 2025 23:59:59 GMT', 2025-06-01T23:59:59Z",
    "'Sat, 31 May 2025 00:00:00 GMT', 2025-06-01T00:00:00Z",
    "'Sun, 01 Jun 2042 00:00:00 GMT', 2025-06-02T00:00:00Z"
  })
  void shouldReadRetryAfterWithinADay(String header, Instant moment) {
    assertThat(RetryAfter.of(answered(header))).contains(moment);
  }

  @ParameterizedTest
  @CsvSource({"soon", "-5", "''"})
  void shouldReadNothingIntoARetryAfterThatSaysNothing(String header) {
    assertThat(RetryAfter.of(answered(header))).isEmpty();
  }

  private static RawAnswer answered(String retryAfter) {
    return new RawAnswer(
        429,
        Map.of("retry-after", List.of(retryAfter)),
        new byte[0],
        Instant.parse("2025-06-01T00:00:00Z"),
        false);
  }
}
