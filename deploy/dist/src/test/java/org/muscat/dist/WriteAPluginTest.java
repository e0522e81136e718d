package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what docs/write-a-plugin.md says, in an empty folder, as somebody who writes a first plugin.
 * The steps are in the order of the guide: each goes on from the one before.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class WriteAPluginTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SCORE = "/stability/value";

  @TempDir private static Path folder;

  private final long begin = System.nanoTime();
  private Guide guide;
  private AuthorsMachine machine;
  private Path project;
  private AuthorsMachine.Ran verified;
  private MuscatProcess dev;
  private double firstScore;

  @BeforeAll
  void fromNothingToAScore() throws IOException, InterruptedException {
    guide = Guide.read();
    machine = new AuthorsMachine(folder);
    Path empty = Files.createDirectory(folder.resolve("empty"));
    project = empty.resolve("gas");
    List<String> commands = guide.section("From nothing to a score").commands();
    assertThat(commands).hasSize(3);

    machine.run(empty, commands.get(0));
    verified = machine.run(empty, commands.get(1));
    dev = MuscatProcess.listening(project, "dev", arguments(commands.get(2)));
    firstScore = awaitScore(0);

    System.out.println("guide: from nothing to a score in " + millisSince(begin) + " ms");
  }

  @AfterAll
  void stop() {
    if (dev != null) {
      dev.close();
    }
  }

  @Test
  @Order(1)
  void shouldBeginSmall() throws IOException {
    try (Stream<Path> files = Files.walk(project.resolve("src"))) {
      long lines = 0;
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        lines += Files.readAllLines(file).size();
      }
      assertThat(lines).isBetween(1L, 120L);
    }
    assertThat(Files.readAllLines(project.resolve("pom.xml"))).hasSizeLessThanOrEqualTo(40);
    assertThat(Files.readString(project.resolve("README.md")))
        .contains("    mvn verify\n", "    muscat dev --plugin .\n");
  }

  /** What a project may be called that a plugin may not. */
  @Test
  @Order(2)
  void shouldMakeAnIdOfTheNameOfTheProject() throws IOException, InterruptedException {
    String command = guide.section("From nothing to a score").commands().get(0);
    Path other = Files.createDirectory(folder.resolve("other"));

    machine.run(other, command.replace("-DartifactId=gas", "-DartifactId=NatGas"));

    assertThat(Files.readString(other.resolve("NatGas/src/main/java/example/PricePlugin.java")))
        .contains("PluginDescriptor.of(\"nat-gas\", ");
  }

  @Test
  @Order(2)
  void shouldKeepTheContract() {
    assertThat(verified.output())
        .containsPattern("Tests run: [1-9][0-9]*, Failures: 0, Errors: 0, Skipped: 0")
        .contains("BUILD SUCCESS");
  }

  @Test
  @Order(3)
  void shouldShowAScoreThatIsMarked() throws IOException {
    JsonNode index = index();

    assertThat(firstScore).isBetween(0.0, 100.0);
    assertThat(index.get("asOf").asText()).startsWith("2025-03-04T");
    assertThat(index.at("/pillars/0/indicators/0/observedAt").asText()).startsWith("2025-03-03");
    assertThat(get("/api/v1/dev").get("problems")).isEmpty();
    assertThat(dev.get("/").body()).contains("<strong>DEV</strong> ");
    assertThat(dev.printed()).contains("DEV: only the plugin of ");
  }

  @Test
  @Order(4)
  void shouldShowAnotherScoreAfterAChange() throws IOException {
    long start = System.nanoTime();

    guide.section("Change it").apply(project);

    assertThat(awaitScore(firstScore)).isLessThan(firstScore);
    System.out.println("guide: " + millisSince(start) + " ms from a change to another score");
  }

  @Test
  @Order(5)
  void shouldShowWhereItBreaks() throws IOException {
    Guide section = guide.section("Break it");
    long start = System.nanoTime();

    section.apply(project);

    await("a problem", () -> !get("/api/v1/dev").path("problems").isEmpty());
    System.out.println("guide: " + millisSince(start) + " ms from a mistake to its line");
    JsonNode problem = get("/api/v1/dev").at("/problems/0");
    assertThat(section.printed())
        .contains(problem.get("code").asText() + " " + problem.get("cause").asText());
    section.undo(project);
    await("no problem", () -> isSound(get("/api/v1/dev")) && index().hasNonNull("stability"));
  }

  @Test
  @Order(6)
  void shouldScoreWithASecondIndicator() throws IOException {
    guide.section("Add a second indicator").apply(project);

    await("the second", () -> index().at("/pillars/0/indicators").size() == 2);
    assertThat(index().at("/pillars/0/indicators/1/risk").isNumber()).isTrue();
  }

  @Test
  @Order(7)
  void shouldTakeTheOptionsOfItsOwnModel() throws IOException {
    guide.section("Give it an option").apply(project);

    await("the model", () -> index().at("/theatre/title").asText().equals("Gas of a fortnight"));
    assertThat(isSound(get("/api/v1/dev"))).isTrue();
  }

  @Test
  @Order(8)
  void shouldSayThatItRestsOnLittle() throws IOException {
    guide.section("Be honest about missing data").apply(project);

    await(
        "partial", () -> index().at("/pillars/0/indicators/0/quality").asText().equals("partial"));
    assertThat(index().at("/pillars/0/indicators/0/reason").asText()).contains("25 are wanted");
  }

  @Test
  @Order(9)
  void shouldBePublishedWithATestOfABadSource() throws IOException, InterruptedException {
    guide.section("Play a bad source").apply(project);
    List<String> commands = guide.section("Publish it").commands();

    String tests = machine.run(project, commands.get(0)).output();
    machine.run(project, commands.get(1));
    String verdict = machine.run(project, commands.get(2)).output();

    assertThat(tests).contains("Running example.PricesTest").contains("BUILD SUCCESS");
    assertThat(verdict).containsPattern("gas +0\\.1\\.0 +ACTIVE");
  }

  private static String[] arguments(String command) {
    assertThat(command).startsWith("muscat dev ");
    return command.substring("muscat dev ".length()).split(" ");
  }

  /** Waits for a score, and another than this one. */
  private double awaitScore(double before) {
    await(
        "another score than " + before,
        () -> index().at(SCORE).isNumber() && index().at(SCORE).asDouble() != before);
    return index().at(SCORE).asDouble();
  }

  private static void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(condition);
  }

  private static boolean isSound(JsonNode said) {
    return said.path("problems").isArray() && said.path("problems").isEmpty();
  }

  private JsonNode index() {
    return get("/api/v1/theatres/dev/index");
  }

  /** An answer; an empty document while one server stops and the next one starts. */
  private JsonNode get(String path) {
    try {
      HttpResponse<String> answer = dev.get(path);
      return answer.statusCode() == 200
          ? new ObjectMapper().readTree(answer.body())
          : MissingNode.getInstance();
    } catch (IOException | UncheckedIOException e) {
      return MissingNode.getInstance();
    }
  }

  private static long millisSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }
}
