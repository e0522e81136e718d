package org.muscat.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {

  @TempDir private Path folder;

  @Test
  void shouldFindNothingWrongWithTheBundledChronicle() {
    Command linted = Command.run("lint");

    assertThat(linted.code()).isZero();
    assertThat(linted.out()).matches("events: \\d{3}, files: 8, problems: 0\n");
  }

  @Test
  void shouldTellAllProblemsByFileAndLine() throws IOException {
    Path file =
        Year.write(
            folder,
            Year.TALKS
                .replace("type: contact", "type: chat")
                .replace("area: gulf", "area: moon")
                .replace("level: 0.25", "level: 2"));

    Command linted = Command.run("lint", "--folder", folder.toString());

    assertThat(linted.code()).isEqualTo(1);
    assertThat(linted.out().lines())
        .satisfiesExactly(
            type -> assertThat(type).startsWith(file + ":9: event '2020-05-08-letter': 'type'"),
            area -> assertThat(area).startsWith(file + ":12: event '2020-05-08-letter': 'area'"),
            level -> assertThat(level).startsWith(file + ":24: event '2020-06-08-ship-held'"),
            count -> assertThat(count).isEqualTo("events: 0, files: 1, problems: 3"));
  }

  @Test
  void shouldRefuseDaysThatAreNotOver() throws IOException {
    Path file = Year.write(folder, Year.NOTHING);

    Command linted =
        Command.run(Instant.parse("2020-12-31T23:59:59Z"), "lint", "--folder", folder.toString());

    assertThat(linted.code()).isEqualTo(1);
    assertThat(linted.out())
        .startsWith(
            file
                + ": codedThrough 2020-12-31 is not over, it is only 2020-12-31; write the last day"
                + " that you coded, at the latest 2020-12-30\n");
  }

  @Test
  void shouldRefuseACodingDayThatLiesAhead() throws IOException {
    Path file = Year.write(folder, Year.TALKS.replace("coded: 2026-01-01", "coded: 2026-11-28"));

    Command linted = Command.run("lint", "--folder", folder.toString());

    assertThat(linted.code()).isEqualTo(1);
    assertThat(linted.out())
        .startsWith(
            file
                + ":7: event '2020-05-08-letter': it was coded on 2026-11-28; it is only 2026-11-27"
                + " (UTC)\n")
        .endsWith("problems: 2\n");
  }

  @Test
  void shouldSayThatAFolderIsNotThere() {
    Command linted = Command.run("lint", "--folder", folder.resolve("nowhere").toString());

    assertThat(linted.code()).isEqualTo(1);
    assertThat(linted.err()).startsWith("muscat: ").contains("nowhere").doesNotContain("\tat ");
  }

  @Test
  void shouldNameItsCommands() {
    assertThat(Command.run().err()).contains("name a command: add, lint or show");
    assertThat(Command.run().code()).isEqualTo(2);
    assertThat(Command.run("--help").out()).contains("muscat chronicle", "add", "lint", "show");
  }
}
