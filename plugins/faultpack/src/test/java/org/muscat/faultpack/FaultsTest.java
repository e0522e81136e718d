package org.muscat.faultpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {

  static Iterable<Fault> faults() {
    return Faults.all();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void shouldWriteAJarOfItsName(Fault fault, @TempDir Path folder) throws IOException {
    Path jar = fault.writeTo(folder);

    assertThat(jar).hasFileName(fault.id() + ".jar").isNotEmptyFile();
    assertThat(fault.sentence()).endsWith(".");
  }

  @Test
  void shouldGiveEachAnIdOfItsOwn() {
    assertThat(Faults.all()).extracting(Fault::id).doesNotHaveDuplicates();
    assertThat(Faults.named("nan"))
        .hasValueSatisfying(nan -> assertThat(nan.id()).isEqualTo("nan"));
    assertThat(Faults.named("no-such-fault")).isEmpty();
  }

  @Test
  void shouldKeepWhatEndsTheHostOutOfIt() {
    assertThat(Faults.all())
        .filteredOn(fault -> fault.inHost().isEmpty())
        .extracting(Fault::id)
        .containsExactly("exit-in-read", "exit-in-constructor", "memory-hog");
  }

  @Test
  void shouldCompileAgainstTheContractThatIsGiven(@TempDir Path folder) throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Fault nan = Faults.named("nan").orElseThrow();

    assertThatThrownBy(() -> nan.writeTo(folder, empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("org.muscat.spi");
  }
}
