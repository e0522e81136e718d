package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muscat.host.load.Code;

class ErrorReferenceTest {

  private static final Path REFERENCE = Path.of("..", "..", "docs", "errors.md");

  @Test
  void shouldHaveOneHeadingForEachCodeAndNoOther() throws IOException {
    TreeSet<String> codes = new TreeSet<>();
    Stream.concat(
            Arrays.stream(Code.values()).map(Code::name),
            Arrays.stream(CallFailed.Kind.values()).map(CallFailed.Kind::code))
        .filter(code -> !code.isEmpty())
        .forEach(codes::add);

    List<String> headings =
        Files.readString(REFERENCE)
            .lines()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3))
            .toList();

    assertThat(headings).containsExactlyElementsOf(codes);
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void shouldTellCauseExampleAndFixOfEach(Code code) throws IOException {
    String text = Files.readString(REFERENCE) + "\n## ";
    int start = text.indexOf("## " + code + "\n");
    String section = text.substring(start, text.indexOf("\n## ", start));

    assertThat(section)
        .containsPattern(Pattern.compile("\n\n\\*\\*[A-Z].+\\*\\*", Pattern.DOTALL))
        .containsPattern("\n\nExample: `.+`\n")
        .containsPattern("\n\nFix: .+");
  }
}
