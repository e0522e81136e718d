package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.TestPluginJar;
import org.muscat.server.quarantine.Quarantine;

class PluginsCommandTest {

  private static final String TEN = "wrong figu";
  private static final String FIFTY = TEN + TEN + TEN + TEN + TEN;
  private static final String LONG = FIFTY + FIFTY + FIFTY + FIFTY + "r";

  private static final String EXITING =
      """
      package acme;
      import java.util.List;
      import org.muscat.spi.*;
      public final class Exiting implements MuscatPlugin {
        @Override public PluginDescriptor descriptor() {
          return PluginDescriptor.of("exiting", "Exits", "2.0", "MIT", PluginDescriptor.SPI_VERSION);
        }
        static void stop() {
          System.exit(3);
        }
      }
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path plugins = Path.of("");

  @BeforeEach
  void home() throws IOException {
    plugins = Home.in(folder).plugins();
  }

  @Test
  void shouldListVerdictsAsTheApiWritesThem() throws IOException {
    Files.writeString(plugins.resolve("text.jar"), "no archive");

    int code = run("plugins", "list", "--json", "--plugins", plugins.toString());

    JsonNode verdicts = json();
    assertThat(code).isEqualTo(1);
    assertThat(verdicts.findValuesAsText("status")).containsExactly("active", "rejected");
    assertThat(verdicts.findValuesAsText("code")).containsExactly("", "P102");
    assertThat(verdicts.get(0).fieldNames())
        .toIterable()
        .containsExactly("plugin", "version", "location", "status", "code", "cause", "fix");
  }

  @Test
  void shouldWarnWhenThereIsNoSuchPluginToQuarantine() {
    String data = folder.resolve("data").toString();
    String where = plugins.toString();

    int known =
        run("plugins", "quarantine", "acme", "--reason", "x", "--data", data, "--plugins", where);
    assertThat(err.toString()).isEmpty();
    int unknown =
        run("plugins", "quarantine", "acne", "--reason", "x", "--data", data, "--plugins", where);

    assertThat(List.of(known, unknown)).containsExactly(0, 0);
    assertThat(err.toString())
        .contains("there is no plugin 'acne' in " + where + ", did you mean 'acme'?")
        .contains("muscat plugins release acne");
  }

  /** Else what is to be called no more would be called once more, and might end the command. */
  @Test
  void shouldQuarantineAPluginThatEndsItsJvm() throws IOException {
    PluginJar.of(
            "quitter",
            PluginSource.of("Quitter", "quitter").members("public Quitter() { System.exit(3); }"))
        .in(plugins);
    Path data = folder.resolve("data");

    int code =
        run(
            "plugins",
            "quarantine",
            "acme",
            "--reason",
            "x",
            "--data",
            data.toString(),
            "--plugins",
            plugins.toString());

    assertThat(code).isZero();
    assertThat(new Quarantine(data).reasons()).containsOnlyKeys("acme");
  }

  @ParameterizedTest
  @ValueSource(strings = {"release.acme", "Acme", "a b", ""})
  void shouldRefuseWhatIsNoId(String id) {
    Path data = folder.resolve("data");

    int quarantine = run("plugins", "quarantine", id, "--reason", "x", "--data", data.toString());
    int release = run("plugins", "release", id, "--data", data.toString());

    assertThat(List.of(quarantine, release)).containsExactly(2, 2);
    assertThat(err.toString()).contains("'" + id + "' is no id of a plugin");
    assertThat(data.resolve("quarantine.properties")).doesNotExist();
  }

  @Test
  void shouldListAPluginThatIsInQuarantine() throws IOException {
    Path data = folder.resolve("data");
    run("plugins", "quarantine", "acme", "--reason", "wrong figures", "--data", data.toString());

    int code = run("plugins", "list", "--plugins", plugins.toString(), "--data", data.toString());

    assertThat(code).isEqualTo(1);
    assertThat(out.toString()).contains("QUARANTINED P407", "wrong figures");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "two\nlines", LONG})
  void shouldWantAReasonOfOneLine(String reason) {
    Path data = folder.resolve("data");

    int code = run("plugins", "quarantine", "acme", "--reason", reason, "--data", data.toString());

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("--reason: say why, in one line of at most 200 characters");
    assertThat(new Quarantine(data).reasons()).isEmpty();
  }

  @Test
  void shouldRunPluginsAsTheConfigurationSays() throws IOException {
    Files.delete(plugins.resolve("acme.jar"));
    PluginJar.of(
            "quitter",
            PluginSource.of("Quitter", "quitter").members("public Quitter() { System.exit(3); }"))
        .in(plugins);
    Path config =
        Files.writeString(
            folder.resolve("muscat.yaml"), "models: [models]\nplugins: {isolation: process}\n");

    run("plugins", "list", "--config", config.toString(), "--plugins", plugins.toString());

    assertThat(out.toString()).contains("REJECTED", "P111", "exit code 3");
  }

  @Test
  void shouldInspectAPlugin() {
    int code = run("plugins", "inspect", "acme", "--plugins", plugins.toString());

    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString())
        .startsWith("acme 1.0\n  verdict    ACTIVE\n  location   " + plugins.resolve("acme.jar"))
        .contains("  file       acme.jar, ", "  SPI        1\n", "  licence    Apache-2.0\n")
        .contains(
            "  indicator  last-value: ", "  feed       lines: ", "    series (text, required): ");
  }

  @Test
  void shouldInspectARejectedCandidateByTheNameOfItsFile() throws IOException {
    Files.writeString(plugins.resolve("text.jar"), "no archive");

    int code = run("plugins", "inspect", "text", "--json", "--plugins", plugins.toString());

    JsonNode inspection = json().get(0);
    assertThat(code).isZero();
    assertThat(inspection.get("sound").booleanValue()).isFalse();
    assertThat(inspection.get("verdicts").get(0).get("code").textValue()).isEqualTo("P102");
    assertThat(inspection.get("files").get(0).get("bytes").intValue()).isEqualTo(10);
  }

  @Test
  void shouldSayThatThereIsNoSuchPlugin() {
    int code = run("plugins", "inspect", "acne", "--plugins", plugins.toString());

    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("muscat: there is no plugin 'acne' in " + plugins + "; there are [acme]\n");
  }

  @Test
  void shouldVerifyASoundPluginAndTellItsFindings() throws IOException {
    Path jar = folder.resolve("exiting.jar");
    Files.write(jar, TestPluginJar.compile("acme.Exiting", EXITING));

    int code = run("plugins", "verify", jar.toString());

    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("  verdict    ACTIVE\n")
        .contains(
            "  danger     exiting.jar: acme.Exiting.stop, line 9: java.lang.System.exit(int) ends"
                + " the host")
        .containsPattern("\nsound; keeps the contract in all \\d+ checks\n$");
  }

  @Test
  void shouldVerifyAPluginThatIsRejected() throws IOException {
    Path jar = folder.resolve("exiting.jar");
    Files.write(jar, TestPluginJar.compile("acme.Exiting", EXITING, "acme.Absent"));

    int code = run("plugins", "verify", "--json", jar.toString());

    JsonNode inspection = json();
    assertThat(code).isEqualTo(1);
    assertThat(inspection.get("sound").booleanValue()).isFalse();
    assertThat(inspection.get("verdicts").findValuesAsText("code")).containsExactly("P110", "");
    JsonNode finding = inspection.get("findings").get(0);
    assertThat(finding.get("severity").textValue()).isEqualTo("danger");
    assertThat(finding.get("hazard").textValue()).isEqualTo("exit");
    assertThat(finding.get("line").intValue()).isEqualTo(9);
  }

  @Test
  void shouldTellWhatAPluginBreaksOfTheContract() throws IOException {
    Path jar =
        PluginJar.of(
                "liar",
                PluginSource.of("Liar", "liar")
                    .indicator("hopeful", "return Measured.of(0, known.asOf());"))
            .in(folder);

    int code = run("plugins", "verify", jar.toString());

    assertThat(code).isEqualTo(1);
    assertThat(out.toString())
        .contains("  broken     indicator 'hopeful': ")
        .containsPattern("\nbreaks the contract in \\d of \\d+ checks\n$");
  }

  @Test
  void shouldOutliveAPluginThatEndsItsJvm() throws IOException {
    Path jar =
        PluginJar.of(
                "quitter",
                PluginSource.of("Quitter", "quitter")
                    .members("public Quitter() { System.exit(3); }"))
            .in(folder);

    int code = run("plugins", "verify", jar.toString());

    assertThat(code).isEqualTo(1);
    assertThat(out.toString()).contains("P111", "exit code 3").endsWith("\nrejected\n");
  }

  @Test
  void shouldCallAPluginBrokenWhoseIndicatorEndsItsJvm() throws IOException {
    Path jar =
        PluginJar.of(
                "leaver",
                PluginSource.of("Leaver", "leaver")
                    .indicator("farewell", "System.exit(0); return null;"))
            .in(folder);

    int code = run("plugins", "verify", jar.toString());

    assertThat(code).isEqualTo(1);
    assertThat(out.toString())
        .contains("the plugin ended its JVM with exit code 0 while the contract was tried")
        .endsWith("\nbreaks the contract in 1 of 1 checks\n");
  }

  @Test
  void shouldSayThatAPluginUsesUpItsMemory() throws IOException {
    Path jar =
        PluginJar.of(
                "hog",
                PluginSource.of("Hog", "hog")
                    .members("static final List<byte[]> HOARD = new ArrayList<>();")
                    .indicator("reading", "while (true) { HOARD.add(new byte[1 << 20]); }"))
            .in(folder);

    int code = run("plugins", "verify", jar.toString());

    assertThat(code).isEqualTo(1);
    assertThat(out.toString()).contains("exit code 3", "used up its memory of 256 MB");
  }

  @Test
  void shouldSayThatThereIsNothingToVerify() {
    Path absent = folder.resolve("absent.jar");

    assertThat(run("plugins", "verify", absent.toString())).isEqualTo(2);
    assertThat(run("plugins", "verify", folder.toString())).isEqualTo(2);

    assertThat(err.toString())
        .contains("muscat: there is nothing at " + absent, folder + " is no plugin: neither");
  }

  @Test
  void shouldWriteAReferencePageOfEachPlugin() throws IOException {
    Path pages = folder.resolve("pages");

    int code = run("plugins", "docs", "--out", pages.toString(), "--plugins", plugins.toString());

    assertThat(code).as(err.toString()).isZero();
    assertThat(out).hasToString(pages.resolve("acme.md") + "\n");
    assertThat(Files.readString(pages.resolve("acme.md")))
        .startsWith("# acme\n")
        .contains("\n## Feeds\n", "\n### `lines`\n", "\n## Indicators\n", "\n### `last-value`\n")
        .contains("| role | pillar |\n", "| missing when older than | 3 days |\n")
        .contains("| `series` | text | required | ");
  }

  @Test
  void shouldGiveWhatThePagesAreMadeFrom() throws IOException {
    run("plugins", "docs", "--json", "--plugins", plugins.toString());

    JsonNode plugin = json().get(0);
    assertThat(plugin.get("id").textValue()).isEqualTo("acme");
    assertThat(plugin.get("indicators").findValuesAsText("maxAge")).contains("PT72H", "PT360H");
    assertThat(plugin.get("indicators").get(0).get("options").get(0).get("min").isNull()).isTrue();
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.toString());
  }

  private int run(String... arguments) {
    return MuscatCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
