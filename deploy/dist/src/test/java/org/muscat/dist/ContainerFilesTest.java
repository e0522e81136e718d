package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The Dockerfile and the compose file, as far as they can be judged without an engine. */
class ContainerFilesTest {

  @TempDir private Path folder;

  @Test
  @Tag("gates")
  void shouldBeWhatTheComposeSpecificationKnows() throws IOException, InterruptedException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode schema =
        (ObjectNode) mapper.readTree(Tool.folder(folder).resolve("compose.schema.json").toFile());
    // It names itself by a bare word, which the validator takes for no address.
    schema.remove(List.of("$id", "$schema"));
    var validator = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);

    assertThat(validator.validate(compose())).isEmpty();
    assertThat(
            validator.validate(
                mapper.readTree("{\"services\": {\"muscat\": {\"readonly\": true}}}")))
        .isNotEmpty();
  }

  @Test
  void shouldMountOnlyWhatIsThere() throws IOException {
    List<String> mounted = new ArrayList<>();
    for (JsonNode service : compose().get("services")) {
      service.path("volumes").forEach(volume -> mounted.add(volume.asText().split(":")[0]));
    }

    List<String> files = mounted.stream().filter(source -> source.startsWith(".")).toList();
    assertThat(files).hasSizeGreaterThan(3);
    assertThat(files)
        .allSatisfy(file -> assertThat(Tool.deploy("container").resolve(file)).exists());
    assertThat(mounted.stream().filter(source -> !source.startsWith(".")))
        .isSubsetOf(compose().get("volumes").properties().stream().map(Map.Entry::getKey).toList());
  }

  @Test
  void shouldPublishOnTheLoopbackOnlyAndTakeNoPrivileges() throws IOException {
    for (JsonNode service : compose().get("services")) {
      assertThat(service.get("ports")).allMatch(port -> port.asText().startsWith("127.0.0.1:"));
      assertThat(service.at("/cap_drop/0").asText()).isEqualTo("ALL");
      assertThat(service.at("/security_opt/0").asText()).isEqualTo("no-new-privileges:true");
    }
    JsonNode muscat = compose().at("/services/muscat");
    assertThat(muscat.get("read_only").asBoolean()).isTrue();
    assertThat(muscat.at("/volumes/0").asText()).endsWith(":/var/lib/muscat");
  }

  @Test
  void shouldRunAsANumberedUserAndAskMuscatForItsHealth() throws IOException {
    String dockerfile = Files.readString(Tool.deploy("container/Dockerfile"));

    assertThat(dockerfile)
        .contains("\nUSER 10001:10001\n", "\nVOLUME /var/lib/muscat\n")
        .contains("CMD [\"/opt/muscat/bin/muscat\", \"health\"]")
        .contains("COPY --from=build /src/deploy/dist/target/muscat /opt/muscat\n");
    assertThat(dockerfile.lines().filter(line -> line.startsWith("FROM ")))
        .containsExactly("FROM ${JDK_IMAGE} AS build", "FROM ${JRE_IMAGE}");
  }

  private JsonNode compose() throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Object yaml =
        new Yaml(new SafeConstructor(options))
            .load(Files.readString(Tool.deploy("container/compose.yaml")));
    return new ObjectMapper().valueToTree(yaml);
  }
}
