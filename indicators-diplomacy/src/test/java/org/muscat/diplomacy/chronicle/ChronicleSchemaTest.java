package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.diplomacy.chronicle.ChronicleSource.SourceFile;

/** The schema, which editors use, against the parser, which is the judge. */
class ChronicleSchemaTest {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final JsonNode SCHEMA = read();

  @Test
  void shouldPassEveryBundledFile() throws Exception {
    List<SourceFile> files = new BundledChronicle("gulf").files();

    assertThat(files).hasSize(8);
    for (SourceFile file : files) {
      assertThat(problems(file.text())).as(file.name()).isEmpty();
    }
  }

  @Test
  void shouldHaveTheKeysOfTheParser() {
    assertThat(keys("/properties")).isEqualTo(ChronicleParser.FILE_KEYS);
    assertThat(keys("/$defs/event/properties")).isEqualTo(EventReader.KEYS);
    assertThat(keys("/$defs/source/properties")).isEqualTo(EventReader.SOURCE_KEYS);
    assertThat(keys("/$defs/event/dependentSchemas")).isEqualTo(ParticularsReader.KEYS);
  }

  @Test
  void shouldHaveTheWordsOfTheParser() {
    assertThat(words("type")).isEqualTo(EventReader.TYPES);
    assertThat(words("area")).isEqualTo(EventReader.AREAS);
    assertThat(words("confidence")).isEqualTo(EventReader.CONFIDENCES);
    assertThat(words("attribution")).isEqualTo(ParticularsReader.ATTRIBUTIONS);
    assertThat(words("threat")).isEqualTo(ParticularsReader.THREATS);
    assertThat(words("stance")).isEqualTo(ParticularsReader.STANCES);
    assertThat(texts("/$defs/event/properties/assets/items/enum")).isEqualTo(Asset.words());
    assertThat(SCHEMA.at("/$defs/event/properties/level/enum"))
        .extracting(JsonNode::asDouble)
        .containsExactly(.25, .5, .75, 1.0);
  }

  @Test
  void shouldPassEventsOfEveryType() throws Exception {
    Coded coded = Coded.days("2020-01-01", "2020-12-31");
    for (EventType type : EventType.values()) {
      if (type.hasLevel()) {
        type.levels().forEach(level -> coded.strike("2020-05-08", type.word(), level));
      } else {
        coded.event("2020-05-08", type.word(), "until: 2020-06-08");
      }
    }
    coded.event("2020-05-08", "deployment", "assets: [carrier-group]", "arrived: 2020-05-20");
    coded.event("2020-05-08", "ultimatum", "until: 2020-06-08", "threat: implied");
    coded.event("2020-05-08", "allied-statement", "stance: supports");
    coded.event("2020-05-08", "contact", "mediator: OMN", "note:");

    assertThat(ChronicleParser.parse("x.yaml", coded.text()).rejections()).isEmpty();
    assertThat(problems(coded.text())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contact|colour: red",
        "chat|note: x",
        "contact|level: 0.5",
        "contact|attribution: claimed",
        "seizure|level: 0.25",
        "seizure|attribution: claimed",
        "ceasefire|level: 1",
        "contact|mediator: Oman",
        "contact|sources: [{title: A, publisher: B, opened: true, link: 'javascript:x'}]",
        "seizure|mediator: OMN",
        "ultimatum|threat: explicit",
        "punishment|threat: explicit",
        "withdrawal|assets: [carrier-group]",
        "deployment|assets: [frigate]",
        "deployment|assets: []",
        "deployment|arrived: soon",
        "exercise|arrived: 2020-06-01",
        "offer|stance: supports",
        "contact|actors: [us]",
        "contact|actors: []",
        "contact|actors: [USA, USA]",
        "contact|confidence: D",
        "contact|verified: maybe",
        "contact|area: moon",
        "contact|date: 8 May 2020",
        "contact|id: x",
        "contact|summary: ' '",
        "contact|sources: [{title: A, opened: true}]",
      })
  void shouldRefuseWhatTheParserRefuses(String type, String line) throws Exception {
    String text =
        Coded.days("2020-01-01", "2020-12-31")
            .named("2020-05-08-x", "2020-05-08", type, line)
            .text();

    assertThat(ChronicleParser.parse("x.yaml", text).rejections()).isNotEmpty();
    assertThat(problems(text)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void shouldHaveTheLevelsOfEachType(EventType type) throws Exception {
    for (String level : List.of("0.25", "0.5", "0.75", "1")) {
      String text =
          Coded.days("2020-01-01", "2020-12-31").strike("2020-05-08", type.word(), level).text();

      assertThat(problems(text).isEmpty())
          .as(type + " " + level)
          .isEqualTo(type.levels().contains(level));
      assertThat(ChronicleParser.parse("x.yaml", text).rejections().isEmpty())
          .as(type + " " + level)
          .isEqualTo(type.levels().contains(level));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"verified: false", "confidence: C", "sources: []"})
  void shouldRefuseWhatTheLinterRefuses(String line) throws Exception {
    Coded coded =
        Coded.days("2020-01-01", "2020-12-31").named("2020-05-08-x", "2020-05-08", "contact", line);

    assertThat(ChronicleLint.problems("gulf", List.of(coded.file()), LocalDate.parse("2026-01-02")))
        .isNotEmpty();
    assertThat(problems(coded.text())).isNotEmpty();
  }

  private static Set<String> problems(String yaml) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);
    return schema.validate(YAML.readTree(yaml)).stream()
        .map(ValidationMessage::toString)
        .collect(Collectors.toSet());
  }

  private static Set<String> keys(String pointer) {
    Set<String> keys = new TreeSet<>();
    Iterator<String> names = SCHEMA.at(pointer).fieldNames();
    names.forEachRemaining(keys::add);
    return keys;
  }

  private static Set<String> words(String key) {
    return texts("/$defs/event/properties/" + key + "/enum");
  }

  private static Set<String> texts(String pointer) {
    return StreamSupport.stream(SCHEMA.at(pointer).spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }

  private static JsonNode read() {
    try (InputStream in = ChronicleSchemaTest.class.getResourceAsStream("chronicle.schema.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
