package org.muscat.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddCommandTest {

  @TempDir private Path folder;

  @Test
  void shouldAddAnEventAndLeaveTheRestOfTheFileAsItIs() throws IOException {
    Path file = Year.write(folder, Year.TALKS);

    Command added =
        addOf(
            "B",
            "--type",
            "indirect-round",
            "--mediator",
            "OMN",
            "--verified",
            "--source",
            "A \"page\"|A paper|2020-07-09|https://a.example/b",
            "--source",
            "Another|B paper",
            "--unopened-source",
            "A third|C paper",
            "--note",
            "via: hand");

    assertThat(added.err()).isEmpty();
    assertThat(added.code()).isZero();
    assertThat(added.out()).isEqualTo("added 2020-07-08-round-one to " + file + "\n");
    assertThat(Files.readString(file))
        .isEqualTo(
            Year.TALKS
                + """
                  - id: 2020-07-08-round-one
                    date: 2020-07-08
                    type: indirect-round
                    summary: "They met: \\"through\\" Oman."
                    actors: [USA, IRN]
                    area: gulf
                    mediator: OMN
                    confidence: B
                    verified: true
                    sources:
                      - {title: "A \\"page\\"", publisher: "A paper", date: 2020-07-09, link: "https://a.example/b", opened: true}
                      - {title: "Another", publisher: "B paper", date: null, link: null, opened: true}
                      - {title: "A third", publisher: "C paper", date: null, link: null, opened: false}
                    coder: "tester"
                    coded: 2026-01-01
                    note: "via: hand"
                """);
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
  }

  @Test
  void shouldAddTheFirstEventOfAYear() throws IOException {
    Path file = Year.write(folder, Year.NOTHING);

    assertThat(add("--type", "contact").code()).isZero();

    assertThat(Files.readString(file))
        .startsWith("# Kept by hand.\n")
        .contains("events:\n  - id: 2020-07-08-round-one\n");
    assertThat(Command.run("lint", "--folder", folder.toString()).out())
        .contains("events: 1, files: 1, problems: 0");
  }

  @Test
  void shouldAddTheParticularsOfADeployment() throws IOException {
    Year.write(folder, Year.NOTHING);

    Command added =
        add(
            "--type",
            "deployment",
            "--assets",
            "carrier-group,carrier-group",
            "--arrived",
            "2020-07-20",
            "--until",
            "2020-08-20");

    assertThat(added.code()).isZero();
    assertThat(Files.readString(folder.resolve("2020.yaml")))
        .contains("assets: [carrier-group, carrier-group]\n    arrived: 2020-07-20\n    until:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chat|'type' 'chat' is none of",
        "seizure|'level' is missing",
        "seizure|'attribution' is missing",
        "ultimatum|'until' is missing; it is the deadline",
      })
  void shouldSayWhatIsMissingAndWriteNothing(String type, String reason) throws IOException {
    Path file = Year.write(folder, Year.TALKS);

    Command refused = add("--type", type);

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("nothing was written, because of").contains(reason);
    assertThat(Files.readString(file)).isEqualTo(Year.TALKS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--type proxy-incident --level 1 --attribution denied;'1' is not that of proxy-incident, 0.25",
        "--type contact --mediator Oman;'mediator' 'Oman' is not a CAMEO code, such as OMN",
        "--type contact --source A|B||javascript:x;'javascript:x' is not an address of http or https",
        "--type contact --source A|B|2026-01-02;on 2026-01-01, before its source of 2026-01-02",
      })
  void shouldRefuseWhatTheManualDoesNotHave(String options, String reason) throws IOException {
    Path file = Year.write(folder, Year.TALKS);

    Command refused = add(options.split(" "));

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("nothing was written, because of").contains(reason);
    assertThat(Files.readString(file)).isEqualTo(Year.TALKS);
  }

  @Test
  void shouldRefuseAnIdThatIsTaken() throws IOException {
    Path file = Year.write(folder, Year.TALKS);
    assertThat(add("--type", "contact").code()).isZero();
    String once = Files.readString(file);

    Command refused = add("--type", "contact");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .contains("event '2020-07-08-round-one': the id is taken by " + file + ":");
    assertThat(Files.readString(file)).isEqualTo(once);
  }

  @Test
  void shouldRefuseToAddToAChronicleThatIsNotSound() throws IOException {
    Path file = Year.write(folder, Year.TALKS.replace("type: contact", "type: chat"));

    Command refused = add("--type", "contact");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("first repair").contains(file + ":9: ");
  }

  @Test
  void shouldNameAllOptionsThatAreMissing() {
    Command refused = Command.run("add", "--folder", folder.toString(), "--date", "2020-07-08");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("Missing required options")
        .contains("--slug", "--type", "--summary", "--actors", "--area", "--confidence", "--coder");
  }

  @Test
  void shouldSayWhichFileToWriteFirst() throws IOException {
    Files.writeString(folder.resolve("2019.yaml"), Year.TALKS.replace("2020", "2019"));

    Command refused = add("--type", "contact");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("2020.yaml does not exist; write it with the days");
  }

  @Test
  void shouldRefuseAMalformedSource() throws IOException {
    Year.write(folder, Year.TALKS);

    Command refused = add("--type", "contact", "--source", "A page");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("'A page' is not TITLE|PUBLISHER|DATE|LINK");
  }

  @Test
  void shouldNotCallVerifiedWhatOneOpenedSourceSupports() throws IOException {
    Path file = Year.write(folder, Year.TALKS);

    Command refused =
        addOf(
            "B",
            "--type",
            "contact",
            "--verified",
            "--source",
            "A page|A paper",
            "--unopened-source",
            "Another|B paper");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("its opened sources are by [a paper], not by two");
    assertThat(Files.readString(file)).isEqualTo(Year.TALKS);
  }

  private Command add(String... more) {
    return addOf("C", more);
  }

  private Command addOf(String confidence, String... more) {
    List<String> arguments = new ArrayList<>(List.of("add", "--folder", folder.toString()));
    arguments.addAll(List.of("--date", "2020-07-08", "--slug", "round-one"));
    arguments.addAll(List.of("--summary", "They met: \"through\" Oman.", "--actors", "USA,IRN"));
    arguments.addAll(List.of("--area", "gulf", "--confidence", confidence));
    arguments.addAll(List.of("--coder", "tester", "--coded", "2026-01-01"));
    arguments.addAll(List.of(more));
    return Command.run(arguments.toArray(String[]::new));
  }
}
