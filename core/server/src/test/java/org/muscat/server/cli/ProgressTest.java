package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.muscat.server.fixture.SetClock;

class ProgressTest {

  private final StringWriter err = new StringWriter();
  private Instant now = Instant.parse("2025-01-01T00:00:00Z");

  @Test
  void shouldSayHowFarItIsAndHowLongItStillTakes() {
    Progress progress = progress(true);
    now = now.plusSeconds(3);
    progress.at(25);

    assertThat(err.toString()).isEqualTo("\r\u001b[K25 of 100 moments, 25 %, about 9 s left");
  }

  @Test
  void shouldNotFlicker() {
    Progress progress = progress(true);
    progress.at(1);
    String first = err.toString();
    now = now.plusMillis(199);
    progress.at(2);
    assertThat(err.toString()).isEqualTo(first);

    now = now.plusMillis(1);
    progress.at(3);

    assertThat(err.toString()).contains("3 of 100 moments");
  }

  @Test
  void shouldLeaveNothingBehind() {
    Progress progress = progress(true);
    progress.at(100);
    progress.clear();

    assertThat(err.toString()).endsWith("\r\u001b[K");
  }

  @Test
  void shouldWriteNothingWhereThereIsNoTerminal() {
    Progress progress = progress(false);
    progress.at(50);
    progress.clear();

    assertThat(err.toString()).isEmpty();
  }

  private Progress progress(boolean terminal) {
    return new Progress(new PrintWriter(err), terminal, new SetClock(() -> now), 100);
  }
}
