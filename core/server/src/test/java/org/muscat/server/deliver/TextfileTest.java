package org.muscat.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Restricted;

class TextfileTest {

  @TempDir private Path folder;
  @TempDir private Path target;

  @Test
  void shouldReplaceTheFileByOneThatOthersMayRead() throws IOException {
    Path file = Files.writeString(target.resolve("muscat.prom"), "old");

    deliver(file);

    assertThat(Files.readAllLines(file))
        .contains("# TYPE muscat_stability_ratio gauge", "# TYPE muscat_regime gauge")
        .anyMatch(
            line -> line.startsWith("muscat_stability_ratio{model=\"test\",theatre=\"north\"} 0."))
        .noneMatch(line -> line.startsWith("# EOF"))
        .noneMatch(line -> line.matches("muscat_.*} \\S+ \\d+"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");
    assertThat(target.toFile().list()).containsExactly("muscat.prom");
  }

  @Test
  void shouldTellThatItCannotBeWrittenAndLeaveNothingBeside() throws IOException {
    Path file = Files.createDirectories(target.resolve("muscat.prom").resolve("full")).getParent();

    assertThatThrownBy(() -> deliver(file))
        .isInstanceOf(DeliveryException.class)
        .hasMessageContaining("it cannot be written");

    assertThat(target.toFile().list()).containsExactly("muscat.prom");
  }

  private void deliver(Path file) throws IOException {
    try (Scored scored = new Scored(folder)) {
      List<Assessment> assessments = scored.at(Scored.LAST);
      new Textfile(file, () -> Restricted.NOTHING).deliver(assessments);
    }
  }
}
