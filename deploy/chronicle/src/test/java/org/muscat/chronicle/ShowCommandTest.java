package org.muscat.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShowCommandTest {

  @TempDir private Path folder;

  @Test
  void shouldShowEventsWithTheirConfidence() throws IOException {
    Year.write(folder, Year.TALKS);

    Command shown = Command.run("show", "--folder", folder.toString());

    assertThat(shown.code()).isZero();
    assertThat(shown.out().lines())
        .containsExactly(
            "2020-05-08  contact            gulf      A   A letter was handed over.",
            "2020-06-08  seizure            red-sea   C*  A ship was held.",
            "events: 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--from=2020-06-08", "--type=seizure", "--area=red-sea"})
  void shouldShowOnlyWhatIsAskedFor(String option) throws IOException {
    Year.write(folder, Year.TALKS);

    assertThat(Command.run("show", "--folder", folder.toString(), option).out())
        .contains("2020-06-08", "events: 1")
        .doesNotContain("2020-05-08");
  }

  @Test
  void shouldShowUpToADay() throws IOException {
    Year.write(folder, Year.TALKS);

    assertThat(Command.run("show", "--folder", folder.toString(), "--to", "2020-06-07").out())
        .contains("2020-05-08", "events: 1");
  }

  @Test
  void shouldShowTheBundledChronicleAsJson() throws IOException {
    Command shown =
        Command.run(
            "show", "--json", "--theatre", "gulf", "--to", "2018-05-31", "--type", "agreement-end");

    JsonNode events = new ObjectMapper().readTree(shown.out());
    assertThat(events).hasSize(1);
    assertThat(events.get(0).get("id").asText()).isEqualTo("2018-05-08-us-leaves-jcpoa");
    assertThat(events.get(0).get("domain").asText()).isEqualTo("dialogue");
    assertThat(events.get(0).get("verified").asBoolean()).isTrue();
    assertThat(events.get(0).get("sources").asInt()).isPositive();
  }

  @Test
  void shouldLeaveOutAFileWithAProblemAndSaySo() throws IOException {
    Year.write(folder, Year.TALKS);
    Path unsound =
        Files.writeString(
            folder.resolve("2019.yaml"),
            Year.TALKS.replace("2020", "2019").replace("coded: 2026-01-01", "coded: 2018-01-01"));

    Command shown = Command.run("show", "--folder", folder.toString());

    assertThat(shown.code()).isEqualTo(1);
    assertThat(shown.out()).contains("events: 2").doesNotContain("2019-");
    assertThat(shown.err()).isEqualTo(unsound + " is left out; lint it\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--type|nonsense|--type 'nonsense' is not known. There are: agreement-end, agreement-start,",
        "--type|seizures|--type 'seizures' is not known, did you mean 'seizure'? There are: ",
        "--area|redsea|--area 'redsea' is not known, did you mean 'red-sea'? There are: elsewhere,",
      })
  void shouldRefuseAWordThatItDoesNotKnow(String option, String word, String reason) {
    Command refused = Command.run("show", "--type", "contact", option, word);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains(reason);
    assertThat(refused.out()).isEmpty();
  }

  @Test
  void shouldSayWhichTheatresThereAre() {
    Command shown = Command.run("show", "--theatre", "baltic");

    assertThat(shown.code()).isEqualTo(1);
    assertThat(shown.err()).contains("'baltic'", "[gulf]");
  }
}
