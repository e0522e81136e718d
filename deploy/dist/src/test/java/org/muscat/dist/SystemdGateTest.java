package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The units, by systemd's own tool. */
@Tag("gates")
class SystemdGateTest {

  /** Tenths of the 10 that systemd gives a unit without any hardening. */
  private static final String MOST_EXPOSED = "15";

  @TempDir private Path folder;

  /** With the distribution where the units look for it. */
  @BeforeEach
  void copyTheUnits() throws IOException {
    for (String name : List.of("muscat.service", "muscat-score.service", "muscat-score.timer")) {
      String unit = Files.readString(Tool.deploy("systemd").resolve(name));
      Files.writeString(
          folder.resolve(name),
          unit.replace("/opt/muscat", MuscatProcess.distribution().toString()));
    }
  }

  @Test
  void shouldBeUnitsThatSystemdTakes() throws IOException, InterruptedException {
    Tool.Ended verified =
        Tool.run(
            folder,
            "systemd-analyze",
            "verify",
            "--man=no",
            "--recursive-errors=yes",
            folder.resolve("muscat.service").toString(),
            folder.resolve("muscat-score.service").toString(),
            folder.resolve("muscat-score.timer").toString());

    assertThat(verified.err()).isEmpty();
    assertThat(verified.exitCode()).isZero();
  }

  @Test
  void shouldBeToldOfAKeyThatSystemdDoesNotKnow() throws IOException, InterruptedException {
    Path unit = folder.resolve("muscat.service");
    Files.writeString(unit, Files.readString(unit).replace("ProtectHome=", "ProtectHouse="));

    Tool.Ended verified =
        Tool.run(folder, "systemd-analyze", "verify", "--man=no", unit.toString());

    assertThat(verified.err()).contains("ProtectHouse");
  }

  @ParameterizedTest
  @ValueSource(strings = {"muscat.service", "muscat-score.service"})
  void shouldExposeLittle(String unit) throws IOException, InterruptedException {
    Tool.Ended security =
        Tool.run(
            folder,
            "systemd-analyze",
            "security",
            "--offline=yes",
            "--no-pager",
            "--threshold=" + MOST_EXPOSED,
            folder.resolve(unit).toString());

    assertThat(security.exitCode()).as(security.out() + security.err()).isZero();
    assertThat(security.out()).contains("Overall exposure level for " + unit);
  }
}
