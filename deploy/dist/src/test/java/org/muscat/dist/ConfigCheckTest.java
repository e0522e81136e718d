package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configurations that are shipped can be started with. */
class ConfigCheckTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"muscat.yaml", "examples/muscat.yaml"})
  void shouldFindNothingWrong(String file) throws Exception {
    Path config = MuscatProcess.distribution().resolve("conf").resolve(file);

    MuscatProcess.Ended checked =
        MuscatProcess.run(folder, "config", "check", "--config", config.toString());

    assertThat(checked.err()).isEmpty();
    assertThat(checked.exitCode()).isZero();
  }

  @Test
  void shouldNameTheTheatresOfTheExamples() throws Exception {
    Path config = MuscatProcess.distribution().resolve("conf/examples/muscat.yaml");

    MuscatProcess.Ended checked =
        MuscatProcess.run(folder, "config", "check", "--json", "--config", config.toString());

    assertThat(checked.out())
        .contains("china-taiwan", "india-pakistan", "israel-lebanon", "russia-ukraine");
  }
}
