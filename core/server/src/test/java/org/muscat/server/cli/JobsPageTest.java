package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The page docs/jobs.md, held against the command. */
class JobsPageTest {

  /** What all commands have, or what is about the past and stands elsewhere. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "--help",
          "--version",
          "--data",
          "--config",
          "--plugins",
          "--as-of",
          "--published",
          "--revised");

  @Test
  void shouldTellEveryExitCode() throws IOException, IllegalAccessException {
    List<String> rows = new ArrayList<>();
    for (Field field : ExitCode.class.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == int.class) {
        rows.add("\n| " + field.getInt(null) + " | ");
      }
    }

    assertThat(rows).hasSizeGreaterThan(10);
    assertThat(page()).contains(rows);
  }

  @Test
  void shouldNameEveryOption() throws IOException {
    List<String> options =
        new CommandLine(new ScoreCommand())
            .getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !ELSEWHERE.contains(name))
                .toList();

    assertThat(options).hasSizeGreaterThan(20);
    assertThat(page()).contains(options);
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "..", "docs", "jobs.md"));
  }
}
