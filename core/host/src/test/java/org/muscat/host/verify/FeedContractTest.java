package org.muscat.host.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.faultpack.PluginSource;

/** What the contract finds in feeds; each breaks one rule. */
class FeedContractTest {

  private static final String ASK =
      """
      String said = context.http()
          .fetch(HttpQuery.get(java.net.URI.create("https://source.example.org/all"))).text();
      if (!said.equals("good")) {
        throw new FeedException(FeedException.Reason.SOURCE_CHANGED, "it says '" + said + "'");
      }
      Instant day = Instant.parse("2024-01-09T00:00:00Z");
      """;
  private static final String SOUND =
      ASK
          + """
          List<Observation> all = request.cursor().isPresent()
              ? List.of() : List.of(Observation.point("test/x", day, 1));
          return Batch.last(all, List.of(), "read");
          """;
  private static final String CATCHING =
      "try {"
          + SOUND
          + "} catch (FeedException e) { return Batch.last(List.of(), List.of(), \"\"); }";

  private final TestingSource source = new TestingSource();
  @TempDir private Path folder;

  @BeforeEach
  void spin() {
    System.clearProperty("contract.feed");
  }

  @AfterEach
  void close() {
    System.setProperty("contract.feed", "over");
    source.close();
  }

  @Test
  void shouldFindNothingInASoundFeed() throws IOException {
    PluginSource sound = PluginSource.of("Sound", "sound").feed("prices", SOUND);

    assertThat(trying().findings(sound)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "source-unauthorised, UNAUTHORISED",
    "source-rate-limited, RATE_LIMITED",
    "source-failed, SOURCE_FAILED",
    "source-garbage, BAD_DATA",
    "source-empty, BAD_DATA",
    "source-error-as-success, SOURCE_FAILED",
    "source-hanging, TIMED_OUT"
  })
  void shouldFindAFeedThatTakesAFailureForNothing(String check, String reason) throws IOException {
    PluginSource plugin = PluginSource.of("Silent", "silent").feed("prices", CATCHING);

    assertThat(trying().findings(plugin, check))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message()).isEqualTo("it says 0 observations and 0 rejections.");
              assertThat(finding.fix()).contains(reason);
            });
  }

  @Test
  void shouldFindAFeedThatObservesNothing() throws IOException {
    String nothing = "return Batch.last(List.of(), List.of(), \"\");";

    assertThat(found(nothing, "observes")).singleElement().asString().contains("observes nothing");
  }

  @Test
  void shouldFindABatchThatAHostRefuses() throws IOException {
    String endless = "return Batch.last(List.of(), List.of(), \"c\".repeat(2_000_000));";
    String never =
        "return Batch.last(List.of(Observation.point(\"a/b\", Instant.MIN, 1)), List.of(), \"\");";

    assertThat(found(endless, "observes"))
        .singleElement()
        .asString()
        .contains("fetch() gave a cursor of 2000000 characters", "(P403)");
    assertThat(found(never, "cursor"))
        .singleElement()
        .asString()
        .contains("a/b with the observed-at", "not in the years 1 to 9999");
  }

  @Test
  void shouldFindAFeedThatObservesTheFuture() throws IOException {
    String future = ASK + one("day.plus(Duration.ofDays(30))", "1");

    assertThat(found(future, "observes")).singleElement().asString().contains("it is only");
  }

  @Test
  void shouldFindAFeedThatReadsTheSameAnswerOtherwise() throws IOException {
    String random = ASK + one("day", "System.nanoTime()");

    assertThat(found(random, "same-answer-same-rows")).singleElement().asString().contains("row 1");
  }

  @Test
  void shouldFindAFeedThatForgetsItsCursor() throws IOException {
    String again = ASK + one("day", "1");

    assertThat(found(again, "cursor")).singleElement().asString().contains("a second time");
  }

  @Test
  void shouldFindAFeedWithoutAnEnd() throws IOException {
    String endless = "return Batch.partial(List.of(), List.of(), \"more\");";

    assertThat(found(endless, "observes")).singleElement().asString().contains("200 batches");
  }

  @Test
  void shouldFindAThreadThatIsLeft() throws IOException {
    String leaking =
        """
        Thread thread = new Thread(() -> spinUntil("contract.feed"), "acme-keeper");
        thread.setDaemon(true);
        thread.start();
        """
            + SOUND;

    assertThat(found(leaking, "closes")).singleElement().asString().contains("'acme-keeper'");
  }

  @Test
  void shouldFindAFeedThatIgnoresInterrupts() throws IOException {
    String deaf = "spinUntil(\"contract.feed\"); return null;";

    assertThat(found(deaf, "interruptible")).singleElement().asString().contains("interrupted");
  }

  @Test
  void shouldFindAFeedThatAsksWhenItIsMade() throws IOException {
    PluginSource eager =
        PluginSource.of("Eager", "eager")
            .feed("prices", SOUND)
            .members(
                """
                record EagerConfig() {}
                static class Asking implements FeedProvider<EagerConfig> {
                  public FeedDescriptor descriptor() {
                    return FeedDescriptor.of("eager", "eager", "test", Duration.ofDays(1), "none");
                  }
                  public Class<EagerConfig> configType() { return EagerConfig.class; }
                  public Feed create(EagerConfig config, FeedContext context) throws FeedException {
                    try {
                      context.http().fetch(HttpQuery.get(java.net.URI.create("https://x.example.org/")));
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    } catch (FeedException e) {
                      // makes do without it
                    }
                    return request -> null;
                  }
                }
                """)
            .rawFeed("new Asking()");

    assertThat(
            new Trying(folder).feed("eager", Optional.of(source)).findings(eager, "made-quietly"))
        .singleElement()
        .asString()
        .contains("create() asked the network 1 times");
  }

  private List<Finding> found(String fetch, String check) throws IOException {
    return trying().findings(PluginSource.of("Broken", "broken").feed("prices", fetch), check);
  }

  private Trying trying() {
    return new Trying(folder).feed("prices", Optional.of(source));
  }

  private static String one(String day, String value) {
    return "return Batch.last(List.of(Observation.point(\"test/x\", "
        + day
        + ", "
        + value
        + ")), List.of(), \"read\");";
  }
}
