package org.muscat.server.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.cli.MuscatCommand;

/** The bad cell of docs/compose.md. */
class BadCellTest {

  private static final String MESSAGE =
      "panel.csv:2: column 'Gas', value '1,14': is no number; a missing value is empty or NA";

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(
        folder.resolve("meta.csv"),
        """
        Level,iCode,Direction,Weight,Parent,Type
        1,Gas,1,1,Physical,Indicator
        2,Physical,1,1,NA,Aggregate
        """);
    Files.writeString(folder.resolve("panel.csv"), "uCode,Gas\nAUS,\"1,14\"\nAUT,0.273\n");
    Files.writeString(folder.resolve("spec.yaml"), "stages:\n  - {normalise: rank}\n");
  }

  @Test
  void shouldSayFileLineColumnAndValueAsTheDocumentDoes() throws IOException {
    assertThatThrownBy(
            () ->
                Compose.run(
                    folder.resolve("panel.csv"),
                    folder.resolve("meta.csv"),
                    folder.resolve("spec.yaml"),
                    folder.resolve("out")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(folder.resolve(MESSAGE).toString());

    assertThat(Files.readString(Path.of("../../docs/compose.md"))).contains("muscat: " + MESSAGE);
  }

  @Test
  void shouldEndTheCommandWithAnErrorAndWriteNothing() {
    int code =
        MuscatCommand.run(
            "compose",
            "--data",
            folder.resolve("panel.csv").toString(),
            "--meta",
            folder.resolve("meta.csv").toString(),
            "--spec",
            folder.resolve("spec.yaml").toString(),
            "--out",
            folder.resolve("out").toString());

    assertThat(code).isNotZero();
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
