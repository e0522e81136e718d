package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes: it is used where it fits, and where it does not nobody notices. */
class ClassArchiveTest {

  private static final String ARCHIVED =
      "org.muscat.server.cli.MuscatCommand source: shared objects file";

  @TempDir private Path folder;

  /**
   * How a command ended.
   *
   * @param archived whether it ran from an archive
   * @param checked whether it read the classes of a plugin to check them
   */
  private record Ended(int exitCode, String out, String err, boolean archived, boolean checked) {}

  @Test
  void shouldRunFromTheArchiveThatTheBuildMade() throws IOException, InterruptedException {
    Ended ended = version(MuscatProcess.distribution(), Map.of());

    assertThat(archives(MuscatProcess.distribution())).hasSize(1);
    assertThat(ended.archived()).isTrue();
    told(ended);
  }

  @Test
  void shouldSayNothingOfAnArchiveThatIsBroken() throws IOException, InterruptedException {
    Path home = copy("broken");
    Path archive = archives(home).get(0);
    byte[] half = new byte[(int) (Files.size(archive) / 2)];
    Files.write(archive, half);

    Ended ended = version(home, Map.of());

    assertThat(ended.archived()).isFalse();
    told(ended);
  }

  @Test
  void shouldSayNothingOfAnArchiveThatWasMadeElsewhere() throws IOException, InterruptedException {
    Path home = copy("moved");
    Path away = Files.move(home, folder.resolve("away"));
    Path jar = jars(away).get(0);
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));

    Ended ended = version(away, Map.of());

    assertThat(archives(away)).hasSize(1);
    assertThat(ended.archived()).isFalse();
    told(ended);
  }

  @Test
  void shouldNotLookAtTheArchiveOfOtherLibraries() throws IOException, InterruptedException {
    Path home = copy("others");
    Files.writeString(home.resolve("lib/contents"), "0123456789abcdef\n");

    Ended ended = version(home, Map.of());

    assertThat(ended.archived()).isFalse();
    told(ended);
  }

  @Test
  void shouldTellLibrariesApartByTheirBytes() throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path jar : jars(MuscatProcess.distribution())) {
      digest.update(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    }

    assertThat(MuscatProcess.distribution().resolve("lib/contents"))
        .hasContent(HexFormat.of().formatHex(digest.digest()).substring(0, 16));
  }

  @Test
  void shouldMakeAnArchiveWhereItIsInstalledAndTouchNoStore()
      throws IOException, InterruptedException {
    Path home = copy("installed");
    Files.delete(archives(home).get(0));
    Files.writeString(home.resolve("lib/classes-old-17.jsa"), "of before");
    Path data = Files.createDirectory(folder.resolve("data"));
    int good = plugins(home).size();
    Path damaged = Files.createDirectory(home.resolve("plugins/damaged"));
    Files.writeString(damaged.resolve("damaged.jar"), "no jar");

    Ended ended =
        run(
            home,
            // Where there is none: a rehearsal that read it would fail.
            Map.of("MUSCAT_STORE_URL", "jdbc:postgresql://127.0.0.1:9/muscat"),
            "archive-classes");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(archives(home)).singleElement().asString().isEqualTo(ended.out().strip());
    assertThat(data).isEmptyDirectory();
    assertThat(version(home, Map.of()).archived()).isTrue();
    assertThat(home.resolve("plugins/.fitting")).content().hasLineCount(good);
    assertThat(listed(home).out()).as("still told").contains("P102", "damaged.jar");
    assertThat(home.resolve("lib/native-" + Files.readString(home.resolve("lib/contents")).strip()))
        .isNotEmptyDirectory();
  }

  /** Of a heap that is smaller than the part of it that a short command begins with. */
  @Test
  void shouldSayNothingOfASmallHeap() throws IOException, InterruptedException {
    Path home = MuscatProcess.distribution();

    Ended small = run(home, Map.of("MUSCAT_JAVA_OPTS", "-Xmx48m"), "plugins", "list");

    assertThat(small.exitCode()).as(small.err()).isZero();
    assertThat(small.err()).isEmpty();
    assertThat(small.out()).isEqualTo(listed(home).out());
  }

  @Test
  void shouldNotCheckPluginsAgainThatWereFoundToFit() throws IOException, InterruptedException {
    Path home = copy("checked");

    assertThat(home.resolve("plugins/.fitting")).content().hasLineCount(plugins(home).size());
    assertThat(listed(home).err()).isEmpty();
    assertThat(listed(home).checked()).isFalse();

    Path one = files(plugins(home).get(0), ".jar").get(0);
    Files.write(one, new byte[1], StandardOpenOption.APPEND);

    assertThat(listed(home).err()).isEmpty();
    assertThat(listed(home).checked()).isTrue();
  }

  private static List<Path> plugins(Path home) throws IOException {
    try (Stream<Path> all = Files.list(home.resolve("plugins"))) {
      return all.filter(Files::isDirectory).toList();
    }
  }

  private Ended listed(Path home) throws IOException, InterruptedException {
    return run(home, Map.of(), "plugins", "list");
  }

  private static void told(Ended ended) {
    assertThat(ended.out()).startsWith("muscat ").hasLineCount(1);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
  }

  private Ended version(Path home, Map<String, String> environment)
      throws IOException, InterruptedException {
    return run(home, environment, "--version");
  }

  private Ended run(Path home, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path classes = Files.createTempFile(folder, "classes", ".log");
    Path out = Files.createTempFile(folder, "muscat", ".out");
    Path err = Files.createTempFile(folder, "muscat", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("bin/muscat").toString())
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.command().addAll(List.of(arguments));
    builder.environment().putAll(new TreeMap<>(environment));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    if (!List.of(arguments).contains("archive-classes")) {
      builder
          .environment()
          .merge(
              "MUSCAT_JAVA_OPTS",
              "-Xlog:class+load:file=" + classes,
              (given, logged) -> given + " " + logged);
    }
    Process process = builder.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    String loaded = Files.readString(classes);
    return new Ended(
        process.exitValue(),
        Files.readString(out),
        Files.readString(err),
        loaded.contains(ARCHIVED),
        loaded.contains(" org.objectweb.asm.ClassReader "));
  }

  private Path copy(String name) throws IOException {
    Path source = MuscatProcess.distribution();
    Path home = folder.resolve(name);
    try (Stream<Path> all = Files.walk(source)) {
      for (Path one : all.toList()) {
        Path to = home.resolve(source.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(to);
        } else {
          Files.copy(one, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return home;
  }

  private static List<Path> archives(Path home) throws IOException {
    return files(home.resolve("lib"), ".jsa");
  }

  private static List<Path> jars(Path home) throws IOException {
    return files(home.resolve("lib"), ".jar");
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
