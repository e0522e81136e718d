package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The theses of the page are those of docs/theses.md, and read what there is. */
class ThesesPageTest {

  private static final Path ROOT = Path.of("..", "..");
  private static final Path PAGE = ROOT.resolve("core/server/src/main/resources/page/theses.json");
  private static final Pattern FINDING = Pattern.compile("\\*\\*(.+?)\\.?\\*\\*");
  private static final Pattern INDICATOR = Pattern.compile("### `?([a-z0-9-]+)`?");

  private record Thesis(String claim, String measuredBy, String finding) {}

  private static Stream<JsonNode> page() throws IOException {
    JsonNode theses = new ObjectMapper().readTree(Files.readString(PAGE));
    return StreamSupport.stream(theses.spliterator(), false);
  }

  private static List<Thesis> documented() throws IOException {
    return Files.readString(ROOT.resolve("docs/theses.md"))
        .lines()
        .dropWhile(line -> !line.startsWith("| thesis |"))
        .skip(2)
        .takeWhile(line -> line.startsWith("| "))
        .map(ThesesPageTest::thesis)
        .toList();
  }

  private static Thesis thesis(String row) {
    String[] cells = row.split(" ?\\| ?");
    Matcher finding = FINDING.matcher(cells[3]);
    assertThat(finding.find()).as("what history says in " + row).isTrue();
    return new Thesis(cells[1], cells[2].replace("`", ""), finding.group(1));
  }

  @Test
  void shouldClaimAndFindWhatTheDocumentationSays() throws IOException {
    List<Thesis> theses =
        page()
            .map(
                thesis ->
                    new Thesis(
                        thesis.get("claim").asText(),
                        thesis.get("measuredBy").asText(),
                        thesis.get("finding").asText()))
            .toList();

    assertThat(theses).hasSize(13).isEqualTo(documented());
  }

  @Test
  void shouldReadIndicatorsThatThePluginsOffer() throws IOException {
    Set<String> read = new TreeSet<>();
    page()
        .forEach(
            thesis ->
                thesis
                    .get("reads")
                    .forEach(
                        name -> {
                          if (name.asText().startsWith("indicator:")) {
                            read.add(name.asText().substring("indicator:".length()));
                          }
                        }));

    assertThat(read).isNotEmpty().isSubsetOf(offered());
  }

  private static Set<String> offered() throws IOException {
    Set<String> offered = new TreeSet<>();
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs/plugins"))) {
      pages.forEach(page -> offered.addAll(indicators(page)));
    }
    return offered;
  }

  private static List<String> indicators(Path page) {
    try {
      Matcher heading = INDICATOR.matcher(Files.readString(page));
      return heading.results().map(found -> found.group(1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
