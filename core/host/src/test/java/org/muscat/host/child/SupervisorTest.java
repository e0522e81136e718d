package org.muscat.host.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.child.wire.Address;
import org.muscat.host.child.wire.Request;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problem;
import org.muscat.host.config.Problems;
import org.muscat.host.load.Candidate;
import org.muscat.host.load.ElsewhereException;
import org.muscat.host.load.Examined;
import org.muscat.host.load.Offer;
import org.muscat.host.load.OfferedIndicator;
import org.muscat.host.load.Patience;
import org.muscat.spi.Indicator;
import org.muscat.spi.Inputs;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;

class SupervisorTest {

  private static final Instant NOW = Instant.parse("2024-01-31T00:00:00Z");
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(30), Duration.ofSeconds(1));
  private static final RestartPace FAST =
      new RestartPace(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMinutes(1));
  private static final String PID =
      "return Measured.of(ProcessHandle.current().pid(), known.asOf());";

  /** Holds null, which no request may. */
  private static final List<Address> NONE = Collections.singletonList(null);

  private final Path folder;
  private Optional<Supervisor> supervisor = Optional.empty();

  SupervisorTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void close() {
    supervisor.ifPresent(Supervisor::close);
  }

  @Test
  void shouldMakeEverythingAgainWithItsOptionsBeforeItServes() throws IOException {
    good("return Measured.of(config.times(), known.asOf());");
    Offer offer = examine(FAST);
    Indicator three = create(offer, "{times: 3}");
    Indicator four = create(offer, "{times: 4}");

    kill();

    patiently().untilAsserted(() -> assertThat(read(four)).hasToString("4.0 at " + NOW));
    assertThat(read(three)).hasToString("3.0 at " + NOW);
  }

  @Test
  void shouldStartAsOftenAsTheProcessEnds() throws IOException {
    good(PID);
    Indicator pid = create(examine(FAST), "{}");

    for (int i = 0; i < 3; i++) {
      String before = read(pid).toString();
      kill();
      patiently().untilAsserted(() -> assertThat(read(pid).toString()).isNotEqualTo(before));
    }
  }

  @Test
  void shouldSayUntilWhenTheProcessIsAway() throws IOException {
    good(PID);
    RestartPace slow =
        new RestartPace(Duration.ofMinutes(2), Duration.ofMinutes(3), Duration.ofMinutes(1));
    Offer offer = examine(slow);
    Indicator pid = create(offer, "{}");

    kill();

    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> read(pid))
                    .isInstanceOf(ElsewhereException.class)
                    .hasMessage(
                        "the process of plugin 'a' ended with exit code 137 (signal 9);"
                            + " it is restarted at 2024-01-31T00:02:00Z"));
    Problems problems = new Problems();
    assertThat(offer.indicators().get(0).create(node("{}"), problems)).isEmpty();
    assertThat(problems.all())
        .extracting(Problem::line, Problem::message)
        .singleElement()
        .asString()
        .contains("1", "indicator 'x' of plugin 'acme' cannot be made: the process of plugin 'a'");
  }

  @Test
  void shouldTryAgainWhateverFailsWhenItStarts() throws IOException {
    good(PID);
    Indicator pid = create(examine(FAST), "{}");
    Items items = supervisor.orElseThrow().items();
    Item cannotBeSent =
        items.add(
            number ->
                new Item(
                    number,
                    new Request.MakeIndicator(number, NONE.get(0), node("{}")),
                    Optional.empty()));

    kill();

    patiently()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> read(pid))
                    .hasMessageContaining("cannot be started: java.lang.IllegalArgumentException"));
    items.remove(cannotBeSent);
    patiently().untilAsserted(() -> assertThat(read(pid)).isNotNull());
  }

  @Test
  void shouldPauseLongerWithEachEnd() throws IOException {
    assertThat(secondPause(Duration.ofMinutes(10))).contains("00:00:00.400Z");
  }

  @Test
  void shouldBeginWithTheFirstPauseAgainAfterSteadyService() throws IOException {
    assertThat(secondPause(Duration.ZERO)).contains("00:00:00.200Z");
  }

  @Test
  void shouldNotServeWhenTheJarOffersSomethingElse() throws IOException {
    Path jar = good(PID);
    Indicator pid = create(examine(FAST), "{}");
    Path kept = Files.copy(jar, folder.resolve("kept"));
    PluginJar.of("b", PluginSource.of("A", "acme").indicator("y", PID)).in(folder.resolve("new"));
    Files.move(folder.resolve("new/b.jar"), jar, StandardCopyOption.REPLACE_EXISTING);

    kill();

    patiently()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> read(pid))
                    .hasMessageContaining("a.jar offers something else than before; restart the"));
    Files.move(kept, jar, StandardCopyOption.REPLACE_EXISTING);
    patiently().untilAsserted(() -> assertThat(read(pid)).isNotNull());
  }

  @Test
  void shouldServeTheOthersWhenOneCannotBeMadeAgain() throws IOException {
    Path trace = folder.resolve("trace");
    custom(
        "if (java.nio.file.Files.exists(java.nio.file.Path.of(\""
            + trace
            + "\"))) throw new IllegalStateException(\"only once\");"
            + " return known -> new NoData(\"y\");");
    Offer offer = examine(FAST);
    Indicator pid = create(offer, "{}");
    Indicator once =
        offer.indicators().get(1).create(node("{}"), new Problems()).orElseThrow().indicator();
    Files.createFile(trace);

    kill();

    patiently().untilAsserted(() -> assertThat(read(pid)).isNotNull());
    assertThatThrownBy(() -> read(once))
        .hasMessageContaining("could not be made again when the process of its plugin was restart")
        .hasMessageContaining("only once");
  }

  @Test
  void shouldReplaceAProcessThatLostAThreadInCreation() throws IOException {
    custom("while (true) {}");
    Offer offer = examine(FAST, new Patience(Duration.ofSeconds(2), Duration.ofMillis(200)));
    Indicator pid = create(offer, "{}");
    String before = read(pid).toString();
    Problems problems = new Problems();

    offer.indicators().get(1).create(node("{}"), problems);

    assertThat(problems.all()).extracting(Problem::code).containsExactly("P301");
    patiently().untilAsserted(() -> assertThat(read(pid).toString()).isNotEqualTo(before));
  }

  @Test
  void shouldLeaveNoProcessWhenItIsClosedDuringARestart() throws IOException {
    good(PID);
    Offer offer = examine(FAST);
    create(offer, "{}");
    kill();

    offer.close();

    assertThat(
            ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("ChildMain")))
        .isEmpty();
    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("child-a")));
  }

  /** What is said of a process that ends for the second time. */
  private String secondPause(Duration steady) throws IOException {
    good(PID);
    Indicator pid =
        create(examine(new RestartPace(Duration.ofMillis(200), Duration.ofHours(1), steady)), "{}");
    String before = read(pid).toString();
    kill();
    patiently().untilAsserted(() -> assertThat(read(pid).toString()).isNotEqualTo(before));
    kill();
    return await()
        .until(
            () -> {
              try {
                return read(pid).toString();
              } catch (ElsewhereException e) {
                return String.valueOf(e.getMessage());
              }
            },
            said -> said.contains("it is restarted at"));
  }

  private Path good(String body) throws IOException {
    return PluginJar.of("a", PluginSource.of("A", "acme").indicator("x", body)).in(folder);
  }

  /** Beside the good indicator one that is made by this code. */
  private void custom(String createBody) throws IOException {
    String provider =
        """
        static class Custom implements IndicatorProvider<Config> {
          public IndicatorDescriptor descriptor() { return new Kind("y", null).descriptor(); }
          public Class<Config> configType() { return Config.class; }
          public Inputs inputs(Config config) { return Inputs.none(); }
          public Indicator create(Config config) { $BODY }
        }
        """
            .replace("$BODY", createBody);
    PluginJar.of(
            "a",
            PluginSource.of("A", "acme")
                .indicator("x", PID)
                .rawIndicator("new Custom()")
                .members(provider))
        .in(folder);
  }

  private Offer examine(RestartPace pace) {
    return examine(pace, PATIENCE);
  }

  private Offer examine(RestartPace pace, Patience patience) {
    Path jar = folder.resolve("a.jar");
    Candidate candidate = new Candidate(jar, List.of(jar));
    Items items = new Items();
    Launcher launcher = new Launcher(candidate, patience, 32, items);
    Supervisor made = new Supervisor("a", launcher, items, pace, Clock.fixed(NOW, ZoneOffset.UTC));
    supervisor = Optional.of(made);
    Examined examined = ChildPlugin.examine(candidate, made);
    assertThat(examined.faults()).isEmpty();
    return examined.offers().get(0);
  }

  private void kill() {
    ProcessHandle.of(supervisor.orElseThrow().pid().orElseThrow()).orElseThrow().destroyForcibly();
  }

  private static Indicator create(Offer offer, String options) {
    Problems problems = new Problems();
    return offer
        .indicators()
        .get(0)
        .create(node(options), problems)
        .map(OfferedIndicator.Made::indicator)
        .orElseThrow(() -> new AssertionError(problems.all()));
  }

  private static Reading read(Indicator indicator) {
    return indicator.read(
        new History().view(NOW, Inputs.none().with("test/x", Duration.ofDays(1))));
  }

  private static ConfigNode node(String text) {
    return ConfigReader.parse("model.yaml", text, new Problems())
        .orElse(ConfigNode.emptyMapping(new Place("model.yaml", 1, "")));
  }

  private static ConditionFactory patiently() {
    return await().atMost(Duration.ofSeconds(60)).ignoreExceptions();
  }
}
