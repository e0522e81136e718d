package org.muscat.host.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

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
  void shouldNotKnowOneThatDoesNotFit() throws Exception {
    Path jar = misfit();

    Fitting.write(folder, List.of(List.of(jar)), own);

    assertThat(LinkCheck.of(ClassPath.open(List.of(jar)))).isNotEmpty();
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
  void shouldNotCheckWhatIsKnownToFit() throws Exception {
    Path fitting = jar("fitting", FITS);
    Path jar = misfit();
    // What a check that finds nothing would have written.
    Fitting.write(folder, List.of(List.of(fitting)), own);
    String line = Files.readString(folder.resolve(".fitting"));
    Files.writeString(folder.resolve(".fitting"), line.replace(Mark.of(fitting), Mark.of(jar)));

    try (ClassPath classPath = ClassPath.open(List.of(jar))) {
      assertThat(LinkCheck.of(classPath, Libraries.NONE, Fitting.of(folder, own))).isEmpty();
    }
  }

  @Test
  void shouldKnowNothingWithoutAFileOrWithOneThatCannotBeRead() throws Exception {
    Path jar = jar("plugin", FITS);
    assertThat(Fitting.of(folder)).isSameAs(Fitting.NONE);

    Files.createDirectory(folder.resolve(".fitting"));

    assertThat(has(jar)).isFalse();
  }

  private boolean has(Path... jars) throws UnreadableException {
    try (ClassPath classPath = ClassPath.open(List.of(jars))) {
      return Fitting.of(folder, own).has(classPath);
    }
  }

  private Path misfit() throws IOException {
    return using("class Gas { long of(SeriesView view) { return view.asOf(); } }")
        .source(
            "org.muscat.spi.SeriesView",
            "package org.muscat.spi; public interface SeriesView { long asOf(); }")
        .without("org.muscat.spi.SeriesView")
        .in(folder);
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
