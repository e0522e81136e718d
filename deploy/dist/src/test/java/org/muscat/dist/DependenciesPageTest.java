package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md lists every library that is shipped, in its version, and no other. */
class DependenciesPageTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "security.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d\\S*) \\| (`.*?) \\| ");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  @Test
  void shouldListWhatIsShipped() throws IOException {
    Set<String> listed = new TreeSet<>();
    String page = Files.readString(PAGE);
    Matcher row = ROW.matcher(page.substring(page.indexOf("## Dependencies")));
    while (row.find()) {
      String version = row.group(1);
      NAME.matcher(row.group(2))
          .results()
          .forEach(name -> listed.add(name.group(1) + "-" + version + ".jar"));
    }

    assertThat(listed).isEqualTo(shipped());
  }

  private static Set<String> shipped() throws IOException {
    Set<String> shipped = new TreeSet<>();
    for (String folder : new String[] {"lib", "plugins"}) {
      try (Stream<Path> files = Files.walk(MuscatProcess.distribution().resolve(folder))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".jar") && !name.startsWith("muscat-"))
            .forEach(shipped::add);
      }
    }
    return shipped;
  }
}
