package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the README and the guide say, with their text, and gets what they print. */
class ReadmeTest {

  private static final Path README = Path.of("..", "..", "README.md");

  @TempDir private Path folder;

  @Test
  void shouldMakeAPluginThatScoresWithoutMaven() throws IOException, InterruptedException {
    String readme = Guide.read().section("Without Maven").text();
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    String source = block(readme, "java");
    PluginCompiler.jar(plugins.resolve("gas.jar"), "example.GasPlugin", source);
    Files.writeString(folder.resolve("gas.yaml"), block(readme, "yaml"));
    Path config = Files.writeString(folder.resolve("muscat.yaml"), "models: [gas.yaml]\n");
    Files.writeString(folder.resolve("gas.csv"), prices(readme));

    MuscatProcess.Ended imported = muscat(command(readme, "import --series"), config, plugins);
    MuscatProcess.Ended scored = muscat(command(readme, "score --model gas"), config, plugins);

    assertThat(imported.exitCode()).as(imported.err()).isZero();
    assertThat(scored.exitCode()).as(scored.err()).isZero();
    String score = scored.out().substring(0, scored.out().indexOf("\nMoved ")).strip();
    assertThat(indented(score)).isSubstringOf(readme);
  }

  @Test
  void shouldNameTheCommandsOfTheGuideAndShowThePluginThatTheyMake() throws IOException {
    String readme = Files.readString(README);
    Path source =
        README.resolveSibling(
            "plugins/archetype/src/main/resources/archetype-resources/src/main/java/PricePlugin.java");

    assertThat(Guide.read().section("From nothing to a score").commands())
        .allSatisfy(command -> assertThat(readme).contains("\n    " + command + "\n"));
    assertThat(Files.readString(source)).contains(block(readme, "java"));
  }

  @Test
  void shouldNameOnlyFilesThatAreThere() throws IOException {
    String readme = Files.readString(README);
    Matcher link = Pattern.compile("]\\((?!http)([^)#]+)").matcher(readme);
    List<String> absent = new ArrayList<>();
    while (link.find()) {
      if (Files.notExists(README.resolveSibling(link.group(1)))) {
        absent.add(link.group(1));
      }
    }

    assertThat(absent).isEmpty();
  }

  private MuscatProcess.Ended muscat(String command, Path config, Path plugins)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.addAll(List.of("--config", config.toString(), "--plugins", plugins.toString()));
    return MuscatProcess.run(folder, arguments.toArray(String[]::new));
  }

  /** The first fenced block of a language. */
  private static String block(String readme, String language) {
    Matcher fence =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme);
    assertThat(fence.find()).as("a block of " + language).isTrue();
    return fence.group(1);
  }

  /** The arguments of the command that begins like this. */
  private static String command(String readme, String begin) {
    Matcher line = Pattern.compile("bin/muscat (" + begin + ".*)").matcher(readme);
    assertThat(line.find()).as("the command " + begin).isTrue();
    return line.group(1);
  }

  private static String prices(String readme) {
    Matcher line = Pattern.compile("printf '(.*)' > gas.csv").matcher(readme);
    assertThat(line.find()).as("the prices").isTrue();
    return line.group(1).replace("\\n", "\n");
  }

  private static String indented(String text) {
    return text.lines()
        .map(line -> line.isEmpty() ? "" : "    " + line)
        .collect(Collectors.joining("\n"));
  }
}
