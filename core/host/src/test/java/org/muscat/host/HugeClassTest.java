package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.host.Readings.read;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.bytecode.ClassLimits;

/** Class files of which this virtual machine would end, with whatever else it does. */
class HugeClassTest {

  private static final String CONTRACT = "org/muscat/spi/MuscatPlugin";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {CONTRACT, "java/lang/Runnable"})
  void shouldRejectAJarWithAClassThatNestsAnnotationsTooDeep(String implemented)
      throws IOException {
    PluginJar.named("deep")
        .service("acme.Deep")
        .entry("acme/Deep.class", nested(2_000_000, implemented))
        .in(folder);
    PluginJar.of("sound", PluginSource.good("Sound", "sound", "sound")).in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder)) {
      Verdict verdict = plugins.verdicts().get(0);
      assertThat(verdict.code()).isEqualTo("P102");
      assertThat(verdict.cause())
          .contains("deep.jar: ", "acme/Deep.class nests annotations more than 64 deep");
      assertThat(read(plugins, "sound").get(0).failure()).isEmpty();
    }
  }

  @Test
  void shouldRejectAJarWithAClassThatIsTooLong() throws IOException {
    PluginJar.named("long")
        .service("acme.Long")
        .entry("acme/Long.class", new byte[ClassLimits.MOST_BYTES + 1])
        .in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder)) {
      assertThat(plugins.verdicts().get(0))
          .returns("P102", Verdict::code)
          .extracting(Verdict::cause)
          .asString()
          .contains("acme/Long.class has more than 16777216 bytes");
    }
  }

  /** In a place that was not looked at before: a jar that the manifest of another names. */
  @Test
  void shouldNotGiveSuchAClassToTheVirtualMachineWhenItIsAskedFor() throws IOException {
    PluginJar.named("lib")
        .entry("acme/Deep.class", nested(200_000, "java/lang/Runnable"))
        .in(folder.resolve(".elsewhere"));
    PluginJar.of(
            "asking",
            PluginSource.of("Asking", "asking")
                .indicator("deep", "Class.forName(\"acme.Deep\"); return null;"))
        .manifest("Class-Path", ".elsewhere/lib.jar")
        .in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder)) {
      assertThat(read(plugins, "deep").get(0).failure().orElseThrow().message())
          .contains("ClassFormatError: class acme.Deep nests annotations more than 64 deep");
    }
  }

  @Test
  void shouldTakeAnnotationsThatPeopleWrite() throws IOException {
    assertThat(ClassLimits.exceeded(nested(10, CONTRACT))).isEmpty();
    assertThat(ClassLimits.exceeded(nested(70, CONTRACT))).isPresent();
    assertThat(ClassLimits.exceeded(new byte[] {1, 2})).isEmpty();
    for (Class<?> real : Map.of(1, Test.class, 2, HugeClassTest.class).values()) {
      byte[] bytes =
          real.getResourceAsStream("/" + real.getName().replace('.', '/') + ".class")
              .readAllBytes();
      assertThat(ClassLimits.exceeded(bytes)).isEmpty();
    }
  }

  /** A class with one annotation whose value is an array in an array and so on. */
  private static byte[] nested(int depth, String implemented) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0xcafebabe);
      out.writeInt(61);
      out.writeShort(11);
      text(out, "acme/Deep");
      out.write(new byte[] {7, 0, 1});
      text(out, "java/lang/Object");
      out.write(new byte[] {7, 0, 3});
      text(out, "RuntimeVisibleAnnotations");
      text(out, "Lacme/A;");
      text(out, "v");
      text(out, implemented);
      out.write(new byte[] {7, 0, 8});
      out.write(new byte[] {3, 0, 0, 0, 1});
      out.write(new byte[] {0, 0x21, 0, 2, 0, 4, 0, 1, 0, 9, 0, 0, 0, 0, 0, 1, 0, 5});
      out.writeInt(8 + 3 * depth + 3);
      out.write(new byte[] {0, 1, 0, 6, 0, 1, 0, 7});
      for (int i = 0; i < depth; i++) {
        out.write(new byte[] {'[', 0, 1});
      }
      out.write(new byte[] {'I', 0, 10});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    out.write(1);
    out.writeUTF(text);
  }
}
