package org.muscat.host.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;

class ConflictsTest {

  private static final String HELP = "package lib; public class Help {}";

  private final Path folder;

  ConflictsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldNameTheFirstClassThatDiffers() throws Exception {
    PluginJar one = PluginJar.named("one").source("lib.Help", HELP);
    PluginJar two =
        PluginJar.named("two").source("lib.Help", "package lib; public class Help { int n; }");

    assertThat(conflict(one, two))
        .contains("class lib.Help is in one.jar and, with other content, in two.jar");
  }

  @Test
  void shouldNameAnArtefactOfTwoVersions() throws Exception {
    PluginJar one = pom(PluginJar.named("help-1.0"), "help", "1.0").source("lib.Help", HELP);
    PluginJar two =
        pom(PluginJar.named("help-1.1"), "help", "1.1")
            .source("lib.New", "package lib; class New {}");

    assertThat(conflict(one, two))
        .contains("lib:help is in help-1.0.jar in version 1.0 and in help-1.1.jar in version 1.1");
  }

  @Test
  void shouldTakeTheSameBytesForHarmless() throws Exception {
    PluginJar one = pom(PluginJar.named("one"), "help", "1.0").source("lib.Help", HELP);
    PluginJar two = pom(PluginJar.named("two"), "help", "1.0").source("lib.Help", HELP);

    assertThat(conflict(one, two)).isEmpty();
  }

  @Test
  void shouldNotCountWhatIsNoClassOfThatName() throws Exception {
    PluginJar one =
        PluginJar.named("one")
            .manifest("Multi-Release", "true")
            .entry("module-info.class", new byte[] {1})
            .entry("lib/package-info.class", new byte[] {1})
            .entry("META-INF/versions/99/lib/Help.class", new byte[] {1})
            .entry("META-INF/LICENSE", new byte[] {1});
    PluginJar two =
        PluginJar.named("two")
            .manifest("Multi-Release", "true")
            .entry("module-info.class", new byte[] {2})
            .entry("lib/package-info.class", new byte[] {2})
            .entry("META-INF/versions/99/lib/Help.class", new byte[] {2})
            .entry("META-INF/LICENSE", new byte[] {2});

    assertThat(conflict(one, two)).isEmpty();
  }

  @Test
  void shouldNotCountAnArtefactThatWasPackedIntoAnotherJar() throws Exception {
    PluginJar all = pom(pom(PluginJar.named("all"), "all", "7"), "help", "1.0");
    PluginJar help = pom(PluginJar.named("help"), "help", "1.1").source("lib.Help", HELP);

    assertThat(conflict(all, help)).isEmpty();
  }

  private static PluginJar pom(PluginJar jar, String artefact, String version) {
    String text = "groupId=lib\nartifactId=" + artefact + "\nversion=" + version + "\n";
    return jar.entry(
        "META-INF/maven/lib/" + artefact + "/pom.properties",
        text.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<String> conflict(PluginJar... jars) throws IOException, UnreadableException {
    List<Path> paths = new ArrayList<>();
    for (PluginJar jar : jars) {
      paths.add(jar.in(folder));
    }
    try (ClassPath classPath = ClassPath.open(paths)) {
      return Conflicts.in(classPath);
    }
  }
}
