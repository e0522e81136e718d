package org.muscat.host.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.spi.Option;
import org.muscat.spi.config.Secret;

class SecretOptionTest {

  record Keyed(@Option(doc = "key of the account") Secret key) {}

  private final Problems problems = new Problems();
  private final Path folder;

  SecretOptionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldReadAVariableWhenItIsRevealed() {
    Bound<Keyed> bound = bind("{key: '${env:PATH}'}").orElseThrow();

    assertThat(bound.value().key().reveal()).isEqualTo(System.getenv("PATH"));
    assertThat(bound.text()).isEqualTo("{key: \"${env:PATH}\"}");
  }

  @Test
  void shouldReadAFileBesideTheConfigurationEachTime() throws IOException {
    Path file = Files.writeString(folder.resolve("key.txt"), "first\n");
    Secret key = bind("key: ${file:key.txt}").orElseThrow().value().key();

    assertThat(key.reveal()).isEqualTo("first");
    Files.writeString(file, "second");
    assertThat(key.reveal()).isEqualTo("second");
    Files.delete(file);
    assertThatThrownBy(key::reveal)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(file + ", which holds a secret, cannot be read");
  }

  @Test
  void shouldSayAtOnceThatAVariableIsNotSet() {
    assertThat(bind("key: ${env:MUSCAT_NO_SUCH_KEY}")).isEmpty();

    assertThat(problems.all())
        .extracting(Problem::path, Problem::code, Problem::message)
        .containsExactly(
            tuple(
                "key",
                "P203",
                "the variable MUSCAT_NO_SUCH_KEY of the environment, which holds a secret, is not"
                    + " set"));
  }

  /** A feed can be made without its key; it says so when it is asked. */
  @Test
  void shouldWarnWhereASecretMayBeAbsent() {
    Problems tolerant = Problems.withoutAbsentSecrets();
    ConfigNode node =
        ConfigReader.parse("muscat.yaml", "key: ${env:MUSCAT_NO_SUCH_KEY}", tolerant).orElseThrow();

    Optional<Bound<Keyed>> bound = RecordBinder.bind(node, Keyed.class, tolerant);

    assertThat(bound).isPresent();
    assertThat(tolerant.isEmpty()).isTrue();
    assertThat(tolerant.warnings())
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.message())
                    .contains("MUSCAT_NO_SUCH_KEY of the environment")
                    .endsWith("what needs it fails [P203]"));
  }

  @Test
  void shouldSayAtOnceThatThereIsNoFile() {
    assertThat(bind("key: ${file:absent.txt}")).isEmpty();

    assertThat(problems.all()).extracting(Problem::code).containsExactly("P203");
    assertThat(problems.all().get(0).message()).contains(folder.resolve("absent.txt").toString());
  }

  @Test
  void shouldRefuseASecretInTheConfigurationWithoutQuotingIt() {
    Optional<Bound<Keyed>> bound = bind("key: s3cr3t");

    assertThat(bound).isEmpty();
    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().get(0).toString())
        .contains("key")
        .contains("${env:NAME}")
        .doesNotContain("s3cr3t");
  }

  private Optional<Bound<Keyed>> bind(String yaml) {
    ConfigNode node =
        ConfigReader.parse(folder.resolve("muscat.yaml").toString(), yaml, problems).orElseThrow();
    return RecordBinder.bind(node, Keyed.class, problems);
  }
}
