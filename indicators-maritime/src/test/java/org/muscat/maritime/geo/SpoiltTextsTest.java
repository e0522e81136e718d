package org.muscat.maritime.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.muscat.maritime.reports.Spoiler;
import org.muscat.testkit.Recorded;

/**
 * Half a million spoilt stretches of the recorded warnings; anything else thrown fails the test.
 */
class SpoiltTextsTest {

  private static final Instant NEAR = Instant.parse("2023-05-01T00:00:00Z");

  @Test
  void shouldFindPositionsOrSayWhyNot() throws Exception {
    String recorded = Files.readString(Recorded.data("wire/navarea-broadcast-warn.json"));
    Spoiler spoiler = new Spoiler(7);
    int read = 0;
    int refused = 0;

    for (int i = 0; i < 400_000; i++) {
      Coordinates.Found found = Coordinates.allOf(spoiler.spoil(spoiler.stretch(recorded, 80)));
      assertThat(found.positions()).allMatch(SpoiltTextsTest::isOnTheEarth);
      read += found.positions().size();
      refused += found.refused().size();
    }

    assertThat(read).isGreaterThan(50_000);
    assertThat(refused).isGreaterThan(500);
  }

  @Test
  void shouldReadDateTimeGroupsOrSayWhyNot() {
    Spoiler spoiler = new Spoiler(8);
    int read = 0;
    int refused = 0;

    for (int i = 0; i < 100_000; i++) {
      try {
        DateTimeGroup.span(spoiler.spoil("191218Z TO 201647Z APR"), NEAR);
        DateTimeGroup.cancellation(spoiler.spoil("CANCEL THIS MSG 251516Z APR 23."), NEAR);
        DateTimeGroup.parse(spoiler.spoil("150429Z APR 2023"));
        read++;
      } catch (RefusedException e) {
        assertThat(e.reason()).isEqualTo(RefusedException.Reason.DATE);
        refused++;
      }
    }

    assertThat(read).isGreaterThan(1_000);
    assertThat(refused).isGreaterThan(10_000);
  }

  private static boolean isOnTheEarth(Position position) {
    return Math.abs(position.latitude()) <= 90 && Math.abs(position.longitude()) <= 180;
  }
}
