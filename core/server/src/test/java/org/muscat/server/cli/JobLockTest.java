package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;

class JobLockTest {

  @TempDir private Path folder;

  @Test
  void shouldSayWhoHoldsIt() throws IOException, JobLock.HeldException {
    Path file = folder.resolve("lock");

    try (JobLock held = JobLock.take(file, "the first")) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> JobLock.take(file, "the second"))
          .isInstanceOf(JobLock.HeldException.class)
          .hasMessage(file + " is held by the first");
    }
  }

  @Test
  void shouldBeFreeAgainAndNameNobody() throws IOException, JobLock.HeldException {
    Path file = folder.resolve("lock");
    JobLock.take(file, "the first").close();
    assertThat(file).isEmptyFile();

    JobLock.take(file, "the second").close();

    assertThat(file).isEmptyFile();
  }

  @Test
  void shouldKeepASecondRunFromDoingAnything() throws IOException, JobLock.HeldException {
    ScoreHome home = new ScoreHome(folder, Home.MODEL);
    Path file = folder.resolve("lock");

    try (JobLock held = JobLock.take(file, "process 7")) {
      assertThat(held).isNotNull();
      assertThat(home.last("--lock", file.toString())).isEqualTo(7);
    }

    assertThat(home.out()).isEmpty();
    assertThat(home.err())
        .isEqualTo("muscat: " + file + " is held by process 7; this run does nothing\n");
    assertThat(home.last("--lock", file.toString())).isZero();
  }

  @Test
  void shouldTellThatTheFileCannotBeWritten() throws IOException {
    ScoreHome home = new ScoreHome(folder, Home.MODEL);

    assertThat(home.last("--lock", folder.resolve("no/lock").toString())).isEqualTo(2);

    assertThat(home.err()).contains("no/lock").doesNotContain("\tat ");
  }
}
