package org.muscat.host.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {

  private final Problems problems = new Problems();

  @Test
  void shouldKnowTheLineAndPathOfEveryNode() {
    String yaml =
        """
        # theatres
        theatres:
          - id: hormuz
            bind:
              dyad: [USA,
                     IRN]
        """;

    ConfigNode.Mapping root = (ConfigNode.Mapping) parse(yaml).orElseThrow();

    ConfigNode.Sequence theatres = (ConfigNode.Sequence) root.get("theatres").orElseThrow();
    ConfigNode.Mapping hormuz = (ConfigNode.Mapping) theatres.items().get(0);
    ConfigNode.Mapping bind = (ConfigNode.Mapping) hormuz.get("bind").orElseThrow();
    ConfigNode.Sequence dyad = (ConfigNode.Sequence) bind.get("dyad").orElseThrow();
    assertThat(dyad.items())
        .extracting(ConfigNode::place)
        .containsExactly(
            new Place("muscat.yaml", 5, "theatres[0].bind.dyad[0]"),
            new Place("muscat.yaml", 6, "theatres[0].bind.dyad[1]"));
    assertThat(hormuz.entry("bind").orElseThrow().place())
        .isEqualTo(new Place("muscat.yaml", 4, "theatres[0].bind"));
  }

  @Test
  void shouldKeepTextsAsTheyAreWritten() {
    ConfigNode.Sequence list =
        (ConfigNode.Sequence) parse("[NO, 1.10, 007, 2024-01-31, 'null']").orElseThrow();

    assertThat(list.items())
        .extracting(node -> ((ConfigNode.Scalar) node).text())
        .containsExactly("NO", "1.10", "007", "2024-01-31", "null");
    assertThat(list.items()).noneMatch(node -> ((ConfigNode.Scalar) node).absent());
  }

  @Test
  void shouldTellAnAbsentValueFromAnEmptyText() {
    ConfigNode.Sequence list = (ConfigNode.Sequence) parse("[~, null, '']").orElseThrow();

    assertThat(list.items())
        .extracting(node -> ((ConfigNode.Scalar) node).absent())
        .containsExactly(true, true, false);
  }

  @Test
  void shouldReportEachDuplicateKeyAndReadOn() {
    String yaml =
        """
        port: 1
        host: a
        port: 2
        host: b
        data: d
        """;

    ConfigNode.Mapping root = (ConfigNode.Mapping) parse(yaml).orElseThrow();

    assertThat(root.keys()).containsExactly("port", "host", "data");
    assertThat(problems.all())
        .containsExactly(
            new Problem("muscat.yaml", 3, "port", "'port' is written twice, first in line 1"),
            new Problem("muscat.yaml", 4, "host", "'host' is written twice, first in line 2"));
  }

  @Test
  void shouldNameTheLineOfASyntaxError() {
    Optional<ConfigNode> none = parse("a: 1\nb: [1, 2\nc: 3\n");

    assertThat(none).isEmpty();
    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().get(0).line()).isEqualTo(3);
    assertThat(problems.all().get(0).message()).startsWith("not YAML: ");
  }

  @Test
  void shouldRefuseTheTagOfAJavaClass() {
    Optional<ConfigNode> none = parse("a: 1\nb: !!javax.script.ScriptEngineManager []\n");

    assertThat(none).isEmpty();
    assertThat(problems.all()).extracting(Problem::line).containsExactly(2);
    assertThat(problems.all().get(0).message()).contains("tag is not allowed");
  }

  @Test
  void shouldReportATagOfItsOwn() {
    parse("a: 1\nb: !secret x\n");

    assertThat(problems.all())
        .containsExactly(
            new Problem("muscat.yaml", 2, "b", "the tag '!secret' is not supported; leave it out"));
  }

  @Test
  void shouldReportAKeyThatIsNotAWord() {
    parse("ok: 1\n[a, b]: 2\n");

    assertThat(problems.all())
        .containsExactly(
            new Problem("muscat.yaml", 2, "", "a key is a list or a mapping; write a word"));
  }

  @Test
  void shouldRefuseAliasesThatMultiply() {
    StringBuilder yaml = new StringBuilder("l0: &l0 [x, x, x, x]\n");
    for (int i = 1; i <= 11; i++) {
      String alias = "*l" + (i - 1);
      yaml.append(
          "l%d: &l%d [%s]\n"
              .formatted(i, i, String.join(", ", List.of(alias, alias, alias, alias))));
    }

    Optional<ConfigNode> none = parse(yaml.toString());

    assertThat(none).isEmpty();
    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().get(0).message()).contains("more than 100000 nodes");
  }

  @Test
  void shouldRefuseTooManyAliases() {
    parse("a: &a [x]\nb: [" + "*a, ".repeat(60) + "]\n");

    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().get(0).message()).contains("aliases");
  }

  @Test
  void shouldRefuseAnAliasThatHoldsItself() {
    parse("a: &a [*a]\n");

    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().get(0).message()).contains("does an alias hold itself?");
  }

  @Test
  void shouldRefuseAFileThatIsTooLarge(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("big.yaml"), "#".repeat((1 << 20) + 1));

    ConfigReader.read(file, problems);

    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().get(0).message()).contains("has 1048577 bytes");
  }

  @Test
  void shouldReportAFileThatIsNotThere(@TempDir Path folder) {
    Path file = folder.resolve("none.yaml");

    ConfigReader.read(file, problems);

    assertThat(problems.all())
        .containsExactly(new Problem(file.toString(), 1, "", "there is no such file"));
  }

  @Test
  void shouldReportAFileThatIsNotText(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0xC3, (byte) 0x28});

    ConfigReader.read(file, problems);

    assertThat(problems.all())
        .extracting(Problem::message)
        .containsExactly("the file is not UTF-8 text");
  }

  @Test
  void shouldReportAnEmptyDocument() {
    parse("# nothing\n");

    assertThat(problems.all())
        .extracting(Problem::message)
        .containsExactly("the document is empty");
  }

  private Optional<ConfigNode> parse(String yaml) {
    return ConfigReader.parse("muscat.yaml", yaml, problems);
  }
}
