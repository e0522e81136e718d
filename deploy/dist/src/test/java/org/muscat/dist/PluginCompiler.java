package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the source of a plugin into a jar, with nothing but the SPI of the distribution. */
final class PluginCompiler {

  private PluginCompiler() {}

  /**
   * Makes a jar that offers a plugin.
   *
   * @param jar to write; the folder above its own is used for classes
   * @param name of the class that implements the contract
   */
  static void jar(Path jar, String name, String source) throws IOException {
    Path classes = Files.createTempDirectory(jar.getParent().getParent(), "classes");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-d", classes.toString(), "-classpath", spi().toString(), "-proc:none");
    List<JavaFileObject> sources = List.of(file(name, source));
    assertThat(compiler.getTask(null, null, null, options, null, sources).call()).isTrue();
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> compiled = Files.walk(classes)) {
      out.putNextEntry(new JarEntry("META-INF/services/org.muscat.spi.MuscatPlugin"));
      out.write(name.getBytes(StandardCharsets.UTF_8));
      for (Path each : compiled.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString()));
        out.write(Files.readAllBytes(each));
      }
    }
  }

  private static Path spi() throws IOException {
    try (Stream<Path> libraries = Files.list(MuscatProcess.distribution().resolve("lib"))) {
      return libraries
          .filter(library -> library.getFileName().toString().startsWith("muscat-spi-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static JavaFileObject file(String name, String source) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }
}
