package org.muscat.server.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.host.LoadedPlugins;
import org.muscat.server.fixture.Home;
import org.muscat.server.runtime.Session;

class SchemasTest {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final String FULL =
      """
      models: [models]
      listen: {host: 127.0.0.1, port: 0}
      heartbeat: PT60S
      http: {requests-per-second: 0.5, proxy: {host: proxy, username: me, password: "${env:KEY}"}}
      store: {url: "jdbc:postgresql://db/muscat", password: "${file:password}", upgrade: allow}
      plugins:
        on-reject: fail
        read-deadline: PT1S
        settings: {acme: {isolation: process, heap: 64}}
      feeds:
        - {id: drop, feed: lines, every: PT1M, config: {path: "${home}/x"}}
      """;

  @TempDir Path folder;

  private Map<String, String> schemas;

  @BeforeEach
  void write() throws IOException {
    Home home = Home.in(folder);
    try (LoadedPlugins plugins = Session.load(home.plugins())) {
      schemas = Schemas.of(plugins);
    }
  }

  @Test
  void shouldBeOneForEachKindOfFile() {
    assertThat(schemas.keySet())
        .contains(
            "muscat.schema.json",
            "model.schema.json",
            "feed-lines.schema.json",
            "indicator-last-value.schema.json");
  }

  @Test
  void shouldPassWhatMuscatReads() throws IOException {
    assertThat(problems("muscat", FULL)).isEmpty();
    assertThat(problems("muscat", "models: [a]")).isEmpty();
    assertThat(problems("model", Home.MODEL + Home.REGIME)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "heartbeat: PT60S | hartbeat: PT60S",
        "heartbeat: PT60S | heartbeat: 60",
        "port: 0 | port: 65536",
        "upgrade: allow | upgrade: maybe",
        "'password: \"${env:KEY}\"' | password: hunter2",
        "on-reject: fail | on-rejects: fail",
        "heap: 64 | heep: 64",
        "feed: lines | feed: lanes",
        "'path: \"${home}/x\"' | pat: x",
        "'config: {path: \"${home}/x\"}' | source: x",
        "models: [models] | model: [models]"
      })
  void shouldFailAMistakeInMuscatYaml(String right, String wrong) throws IOException {
    assertThat(FULL).contains(right);

    assertThat(problems("muscat", FULL.replace(right, wrong))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: 3 | version: three",
        "config: {series: test/one} | config: {serie: test/one}",
        "config: {series: test/one} | confi: {series: test/one}",
        "config: {series: test/one} | weight: 1",
        "indicator: last-value | indicator: lost-value",
        "one: {indicator: last-value, config: {series: test/one}} | last-valeu: 1",
        "one: {indicator: last-value, config: {series: test/one}} | last-valeu: {weight: 1}",
        "pillars: | pilars:"
      })
  void shouldFailAMistakeInAModel(String right, String wrong) throws IOException {
    assertThat(Home.MODEL).contains(right);

    assertThat(problems("model", Home.MODEL.replace(right, wrong))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{series: a, millis: 0}", "{series: \"${place}\", millis: \"${m}\"}"})
  void shouldPassOptionsOfAnIndicator(String options) throws IOException {
    assertThat(problems("indicator-last-value", options)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{series: a, milis: 0}", "{series: a, millis: -1}", "{millis: 1}"})
  void shouldFailMistakesInOptionsOfAnIndicator(String options) throws IOException {
    assertThat(problems("indicator-last-value", options)).isNotEmpty();
  }

  private List<String> problems(String schema, String yaml) throws IOException {
    JsonNode document = YAML.readTree(yaml);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schemas.get(schema + ".schema.json"))
        .validate(document)
        .stream()
        .map(ValidationMessage::toString)
        .toList();
  }
}
