package org.muscat.host.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookedJarsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"plain.jar", "with blank.jar", "a+b%20c.jar", "odd!/in.jar", "\u00fcmlaut.jar"})
  void shouldReadWhatALoaderFinds(String name) throws IOException {
    Path jar = jar(name, "acme/\u00dcber All$1+.class");
    try (LookedJars looked = new LookedJars();
        URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      URL found = loader.findResource("acme/\u00dcber All$1+.class");

      assertThat(text(looked, found)).isEqualTo("acme/\u00dcber All$1+.class");
      assertThat(text(looked, found)).isEqualTo("acme/\u00dcber All$1+.class");
    }
    assertThat(isOpen(jar)).isFalse();
  }

  @Test
  void shouldReadAFileInAFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("a b.class"), "content");
    try (LookedJars looked = new LookedJars()) {
      assertThat(text(looked, file.toUri().toURL())).isEqualTo("content");
    }
  }

  @Test
  void shouldKeepNoJarOpenOnceItIsClosed() throws IOException {
    Path jar = jar("one.jar", "One.class");
    URL found = new URL("jar:" + jar.toUri() + "!/One.class");
    LookedJars looked = new LookedJars();
    assertThat(text(looked, found)).isEqualTo("One.class");
    assertThat(isOpen(jar)).isTrue();

    looked.close();

    assertThat(isOpen(jar)).isFalse();
    assertThat(text(looked, found)).as("for whoever comes late").isEqualTo("One.class");
    assertThat(isOpen(jar)).isFalse();
  }

  @Test
  void shouldFailForWhatIsNotThere() throws IOException {
    Path jar = jar("one.jar", "One.class");
    try (LookedJars looked = new LookedJars()) {
      assertThatThrownBy(() -> looked.open(new URL("jar:" + jar.toUri() + "!/Two.class")))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> looked.open(new URL("jar:file:" + folder + "/none.jar!/One.class")))
          .isInstanceOf(IOException.class);
    }
  }

  private static String text(LookedJars looked, URL file) throws IOException {
    try (InputStream in = looked.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A jar with one entry, which holds its own name. */
  private Path jar(String name, String entry) throws IOException {
    Path jar = folder.resolve(name);
    Files.createDirectories(jar.getParent());
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(entry.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    return jar;
  }

  private static boolean isOpen(Path file) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.anyMatch(one -> isSame(one, file));
    }
  }

  private static boolean isSame(Path link, Path file) {
    try {
      return Files.readSymbolicLink(link).equals(file);
    } catch (IOException e) {
      // Closed meanwhile.
      return false;
    }
  }
}
