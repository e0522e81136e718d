package org.muscat.host.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;

class FittingTest {

  private static final String FITS =
      "class Gas { Instant of(SeriesView view) { return view.asOf(); } }";

  @TempDir private Path folder;

  private List<Path> own = List.of();

  @BeforeEach
  void makesTheJarsOfAHost() throws IOException {
    own =
        List.of(
            Files.writeString(folder.resolve("contract"), "the contract"),
            Files.writeString(folder.resolve("check"), "the check"));
  }

  @Test
  void shouldKnowAPluginThatFitsByItsBytes() throws Exception {
    Path jar = jar("plugin", FITS);

    Fitting.write(folder, List.of(List.of(jar)), own);

    assertThat(has(jar)).isTrue();
    byte[] bytes = Files.readAllBytes(jar);
    // One bit of what nobody reads: the date of an entry.
    bytes[10] ^= 1;
    Files.write(jar, bytes);
    assertThat(has(jar)).isFalse();
  }

  @Test
  void shouldLookAgainWhenTheContractOrTheCheckIsAnother() throws Exception {
    Path jar = jar("plugin", FITS);
    for (Path one : own) {
      Fitting.write(folder, List.of(List.of(jar)), own);
      assertThat(has(jar)).isTrue();

      Files.writeString(one, "another of it");

      assertThat(has(jar)).isFalse();
    }
  }

  @Test
  void shouldLookAgainWhenAnotherJarLiesBesideIt() throws Exception {
    Path jar = jar("plugin", FITS);
    Path other = jar("other", "class Oil {}");

    Fitting.write(folder, List.of(List.of(jar)), own);

    assertThat(has(jar)).isTrue();
    assertThat(has(jar, other)).isFalse();
    assertThat(has(other)).isFalse();
  }

  @Test
  void shouldLookAgainOnAnotherJava() throws Exception {
    Path jar = jar("plugin", FITS);
    Fitting.write(folder, List.of(List.of(jar)), own);
    Path file = folder.resolve(".fitting");

    String java = "Java " + Runtime.version();
    assertThat(file).content().startsWith(java + ", ");
    Files.writeString(file, Files.readString(file).replace(java, "Java 17.0.1+1"));

    assertThat(has(jar)).isFalse();
  }

  @Test
  void shouldForgetWhatWasWrittenBefore() throws Exception {
    Path jar = jar("plugin", FITS);
    Fitting.write(folder, List.of(List.of(jar)), own);

    Fitting.write(folder, List.of(), own);

    assertThat(has(jar)).isFalse();
  }

  @Test
  void shouldNotKnowAFolderOfClasses() throws Exception {
    Path classes = Files.createDirectory(folder.resolve("classes"));

    Fitting.write(folder, List.of(List.of(classes)), own);

    assertThat(has(classes)).isFalse();
  }

  @Test
  void shouldTellWhichJarCannotBeRead() throws Exception {
    Path jar = jar("plugin", FITS);
    Fitting.write(folder, List.of(List.of(jar)), own);
    unreadable(jar);

    assertThatThrownBy(() -> has(jar))
        .isInstanceOfSatisfying(
            UnreadableException.class, e -> assertThat(e.place()).isEqualTo(jar));
  }

  @Test
  void shouldLookAgainWhenTheHostItselfCannotBeRead() throws Exception {
    Path jar = jar("plugin", FITS);
    Fitting.write(folder, List.of(List.of(jar)), own);
    unreadable(own.get(0));

    assertThat(has(jar)).isFalse();
    assertThat(has()).isFalse();
  }

  /** Also for root: a file whose first byte is nowhere. */
  private static void unreadable(Path file) throws IOException {
    Files.delete(file);
    Files.createSymbolicLink(file, Path.of("/proc/self/mem"));
  }

  @Test
  void shouldKnowNothingWithoutAFileOrWithOneThatCannotBeRead() throws Exception {
    Path jar = jar("plugin", FITS);
    assertThat(has(jar)).isFalse();

    Files.createDirectory(folder.resolve(".fitting"));

    assertThat(has(jar)).isFalse();
  }

  private boolean has(Path... jars) throws UnreadableException {
    return Fitting.of(folder, own).has(List.of(jars));
  }

  private Path jar(String name, String source) throws IOException {
    return Files.move(using(source).in(folder), folder.resolve(name + "-1.jar"));
  }

  private static PluginJar using(String source) {
    String name = source.replaceAll("(?s).*?(?:class|interface) (\\w+).*", "$1");
    return PluginJar.named("plugin")
        .source(
            "acme." + name,
            "package acme; import java.time.Instant; import org.muscat.spi.*; " + source);
  }
}
