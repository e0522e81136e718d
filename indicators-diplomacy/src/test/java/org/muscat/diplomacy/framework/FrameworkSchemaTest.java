package org.muscat.diplomacy.framework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema for editors says the same as the parser. */
class FrameworkSchemaTest {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final String TEXT =
      Frameworks.days("2020-01-01", "2020-03-31").othersAtNought().text();

  @Test
  void shouldPassTheBundledFramework() throws IOException {
    assertThat(problems(resource("gulf.yaml"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "level: 0 | level: 0.7",
        "component: military-hotline | component: red-phone",
        "iaea-access: 0.25 | iaea-access: 0.3",
        "verified: true | verified: maybe",
        "title: A page, publisher | event: x, publisher",
        "from: 2020-01-01 | from: May 2020",
        "version: 1 | version: 0",
        "codedThrough: 2020-03-31 | codedTill: 2020-03-31"
      })
  void shouldFailWhatTheFeedRefuses(String right, String wrong) throws IOException {
    assertThat(problems(TEXT)).isEmpty();
    assertThat(TEXT).contains(right);

    assertThat(problems(TEXT.replaceFirst(right, wrong))).isNotEmpty();
  }

  private static List<String> problems(String yaml) throws IOException {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(resource("schema.json"))
        .validate(YAML.readTree(yaml))
        .stream()
        .map(ValidationMessage::toString)
        .toList();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FrameworkFeed.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
