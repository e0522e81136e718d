package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every event of the log has a code, and docs/logs.md tells what each means. */
class LogPageTest {

  private static final Path ROOT = Path.of("..", "..");
  private static final List<String> SOURCES =
      List.of(
          "core",
          "plugins",
          "indicators-energy",
          "indicators-maritime",
          "indicators-diplomacy",
          "deploy/chronicle");
  private static final Pattern STATEMENT =
      Pattern.compile("\\b(?:log|LOG)\\s*\\.at[A-Z](?:[^;\"]|\"[^\"]*\")*+;");
  private static final Pattern EVENT =
      Pattern.compile("addKeyValue\\(\\s*\"event\",\\s*\"([a-z-]+)\"\\)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ");

  @Test
  void shouldTellEveryEventAndNoOther() throws IOException {
    TreeSet<String> events = new TreeSet<>();
    List<String> without = new ArrayList<>();
    for (String statement : statements()) {
      Matcher event = EVENT.matcher(statement);
      if (event.find()) {
        events.add(event.group(1));
      } else {
        without.add(statement);
      }
    }

    assertThat(without).as("log statements without addKeyValue(\"event\", ...)").isEmpty();
    assertThat(told()).as("docs/logs.md").containsExactlyElementsOf(events);
  }

  private static List<String> told() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/logs.md"));
    String table = page.substring(0, page.indexOf("## Traces"));
    return ROW.matcher(table).results().map(row -> row.group(1)).toList();
  }

  private static List<String> statements() throws IOException {
    List<String> statements = new ArrayList<>();
    for (String module : SOURCES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> file.toString().contains("src/main/java"))
            .map(LogPageTest::read)
            .flatMap(code -> STATEMENT.matcher(code).results().map(one -> one.group()))
            .forEach(statements::add);
      }
    }
    assertThat(statements).isNotEmpty();
    return statements;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
