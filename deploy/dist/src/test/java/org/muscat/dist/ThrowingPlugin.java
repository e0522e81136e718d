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
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A plugin whose constructor throws, compiled here into a jar. */
final class ThrowingPlugin {

  private static final String NAME = "Throwing";
  private static final String SOURCE =
      """
      public final class Throwing implements org.muscat.spi.MuscatPlugin {
        public Throwing() {
          throw new IllegalStateException("no licence key");
        }

        @Override
        public org.muscat.spi.PluginDescriptor descriptor() {
          return org.muscat.spi.PluginDescriptor.of("throwing", "Throws", "1", "Apache-2.0");
        }
      }
      """;

  private ThrowingPlugin() {}

  static void writeTo(Path jar) throws IOException {
    Path classes = Files.createTempDirectory(jar.getParent().getParent(), "classes");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-d",
            classes.toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            "-proc:none");
    assertThat(compiler.getTask(null, null, null, options, null, List.of(source())).call())
        .isTrue();
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("META-INF/services/org.muscat.spi.MuscatPlugin"));
      out.write(NAME.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
      out.putNextEntry(new JarEntry(NAME + ".class"));
      out.write(Files.readAllBytes(classes.resolve(NAME + ".class")));
      out.closeEntry();
    }
  }

  private static JavaFileObject source() {
    return new SimpleJavaFileObject(
        URI.create("string:///" + NAME + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return SOURCE;
      }
    };
  }
}
