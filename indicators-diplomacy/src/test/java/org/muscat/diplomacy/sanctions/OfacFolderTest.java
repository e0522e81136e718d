package org.muscat.diplomacy.sanctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.muscat.contract.MuscatAssertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.contract.FeedTestKit;
import org.muscat.diplomacy.TestingContext;
import org.muscat.spi.Batch;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

class OfacFolderTest {

  private static final SdnLists FIRST = SdnLists.of("2025-05-01");
  private static final SdnLists SECOND = FIRST.on("2025-05-08").vessel(8001, "TANKER", "9000001");
  private static final SdnLists THIRD = SECOND.on("2025-05-15").entity(7010, "FRONT", "IFSR");

  @TempDir private Path folder;

  private final FeedTestKit<OfacConfig> kit =
      FeedTestKit.of(new OfacProvider()).now("2025-06-20T12:00:00Z");

  @BeforeEach
  void configure() {
    kit.config("{path: ., live: false}").in(folder);
  }

  @AfterEach
  void close() {
    kit.close();
  }

  @Test
  void shouldReadTheListsInTheOrderOfTheirDays() throws Exception {
    write("sdn-2025-05-15.xml", THIRD.xml());
    write("sdn_20250501.csv", FIRST.csv());
    write("2025-05-09.xml", SECOND.xml());

    Batch first = kit.fetch();
    Batch second = kit.fetch();
    Batch third = kit.fetch();

    assertThat(first.hasMore()).isTrue();
    assertThat(first.observations().get(0).key()).isEqualTo("2025-05-01/baseline/IFSR+IRAN*");
    assertThat(second.observations())
        .extracting(Observation::key)
        .containsExactly("2025-05-08/8001", "");
    assertThat(third).isLast();
    assertThat(third.observations().get(0).key()).isEqualTo("2025-05-15/7010");
    assertThat(kit.fetch()).hasObservations(0).hasNoRejections().isLast();
  }

  @Test
  void shouldAssumeThatAHistoryWasKnownWhenItsDaysWereOver() throws Exception {
    write("2025-05-02.xml", FIRST.xml());
    write("2025-05-09.xml", SECOND.xml());
    kit.fetch();

    List<Observation> told = kit.fetch().observations();

    assertThat(told).hasSize(2);
    assertThat(told)
        .allSatisfy(
            one -> {
              assertThat(one.knownAt()).contains(Instant.parse("2025-05-10T00:00:00Z"));
              assertThat(one.knownBasis()).isEqualTo(KnownBasis.ASSUMED);
            });
  }

  @Test
  void shouldKnowAListThatComesLaterFromTheFetchOn() throws Exception {
    write("2025-05-02.xml", FIRST.xml());
    kit.fetch();
    write("2025-05-09.xml", SECOND.xml());

    assertThat(kit.fetch().observations())
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.knownAt()).isEmpty());
  }

  @Test
  void shouldNotAssumeThatTheListOfTodayWasKnownTomorrow() throws Exception {
    write("2025-06-20.xml", FIRST.on("2025-06-20").xml());

    assertThat(kit.fetch().observations())
        .allSatisfy(one -> assertThat(one.knownBasis()).isEqualTo(KnownBasis.FETCHED));
  }

  @Test
  void shouldPassOverAListThatCannotBeRead() throws Exception {
    write("2025-05-02.xml", FIRST.xml());
    write("2025-05-09.xml", SECOND.xml().substring(0, 400));
    write("2025-05-16.xml", THIRD.xml());
    kit.fetch();

    Batch next = kit.fetch();

    assertThat(next).hasRejection("2025-05-09.xml: BAD_DATA: ").isLast();
    assertThat(next.observations())
        .filteredOn(Observation::isEvent)
        .extracting(Observation::type)
        .containsExactlyInAnyOrder("vessel", "designation");
    assertThat(kit.fetch()).hasNoRejections();
  }

  /** A folder in its place gives no content, as a disk does not that fails for a moment. */
  @Test
  void shouldComeBackToAListThatTheDiskDoesNotGive() throws Exception {
    write("2025-05-02.xml", FIRST.xml());
    write("2025-05-16.xml", THIRD.xml());
    Path second = Files.createDirectory(folder.resolve("2025-05-09.xml"));
    kit.fetch();

    assertThatThrownBy(kit::fetch)
        .isInstanceOfSatisfying(
            FeedException.class,
            e -> assertThat(e.reason()).isEqualTo(FeedException.Reason.UNREACHABLE))
        .hasMessageContaining("2025-05-09.xml")
        .hasMessageEndingWith("make it readable or take it away");

    Files.delete(second);
    write("2025-05-09.xml", SECOND.xml());
    assertThat(kit.fetch()).hasNoRejections();
    assertThat(kit.fetch().observations())
        .extracting(Observation::key)
        .containsExactly("2025-05-15/7010", "");
  }

  @Test
  void shouldSayOnceThatAListCameTooLate() throws Exception {
    write("2025-05-02.xml", FIRST.xml());
    write("2025-05-16.xml", THIRD.xml());
    kit.fetch();
    kit.fetch();

    write("2025-05-09.xml", SECOND.xml());

    assertThat(kit.fetch())
        .hasRejection("1 more lists of days up to 2025-05-16")
        .hasObservations(1);
    assertThat(kit.fetch()).hasNoRejections();
  }

  @Test
  void shouldRefuseAListOfALaterDayThanItsName() throws Exception {
    write("2025-05-02.xml", SECOND.xml());

    assertThat(kit.fetch())
        .hasObservations(0)
        .hasRejection("it was published on 2025-05-08, after the day in its name; rename it");
  }

  @Test
  void shouldSayThatANameHasNoDay() throws Exception {
    write("sdn.xml", FIRST.xml());
    write("2025-06-21.xml", FIRST.xml());

    assertThat(kit.fetch())
        .hasRejection("has no day in its name; name it as in sdn-2024-05-31.csv")
        .hasRejection("its day is to come; it is only 2025-06-20");
  }

  @Test
  void shouldMakeItsFolderInsideTheBaseFolder() throws Exception {
    assertThat(kit.config("{path: lists, live: false}").fetch()).hasObservations(0);
    assertThat(Files.isDirectory(folder.resolve("lists"))).isTrue();
  }

  @Test
  void shouldSayThatThereIsNoFolder() {
    kit.config("{path: ../lost, live: false}");

    assertThatThrownBy(kit::fetch)
        .isInstanceOf(FeedException.class)
        .hasMessageEndingWith("create it or correct 'path'");
  }

  @Test
  void shouldGoOnWithTheListOfTheAddress() throws Exception {
    write("2025-05-02.xml", FIRST.xml());
    kit.config("path: .").answering(SECOND.on("2025-06-18").answer());

    Batch history = kit.fetch();
    Batch today = kit.fetch();
    Batch again = kit.fetch();

    assertThat(history.hasMore()).isTrue();
    assertThat(today).hasNoRejections().isLast();
    assertThat(today.observations())
        .extracting(Observation::key, one -> one.observedAt().toString())
        .containsExactly(
            tuple("2025-06-18/8001", "2025-06-18T00:00:00Z"), tuple("", "2025-06-20T00:00:00Z"));
    assertThat(again).hasNoRejections().hasObservations(0);
  }

  @Test
  void shouldBeginAnewWithOtherProgrammes() throws Exception {
    write("2025-05-02.xml", FIRST.entity(7010, "TRADER", "CUBA").xml());
    String cursor = kit.fetch().nextCursor();

    Batch anew = feed("CUBA").fetch(FetchRequest.after(cursor, Instant.MAX));

    assertThat(anew.observations())
        .filteredOn(Observation::isEvent)
        .extracting(Observation::type)
        .containsExactly("baseline");
    assertThat(anew.observations().get(0).attributes()).containsEntry("programmes", "CUBA");
  }

  @Test
  void shouldNotRewriteThePastWithOtherProgrammes() throws Exception {
    SdnLists cuban = FIRST.entity(7010, "TRADER", "CUBA");
    write("2025-05-02.xml", cuban.xml());
    write("2025-05-09.xml", cuban.on("2025-05-08").entity(7011, "SHOP", "CUBA").xml());
    kit.fetch();
    String cursor = kit.fetch().nextCursor();

    Batch anew = feed("CUBA").fetch(FetchRequest.after(cursor, Instant.MAX));
    Batch next = feed("CUBA").fetch(FetchRequest.after(anew.nextCursor(), Instant.MAX));

    assertThat(anew).hasNoRejections().isLast().hasObservations(2);
    assertThat(anew.observations().get(0).key()).isEqualTo("2025-05-08/baseline/CUBA");
    assertThat(anew.observations()).allSatisfy(one -> assertThat(one.knownAt()).isEmpty());
    assertThat(next).hasNoRejections().hasObservations(0);
  }

  @Test
  void shouldTellChangesSinceTheListThatBeganAnew() throws Exception {
    SdnLists cuban = FIRST.entity(7010, "TRADER", "CUBA");
    write("2025-05-02.xml", cuban.xml());
    String cursor = kit.fetch().nextCursor();
    cursor = feed("CUBA").fetch(FetchRequest.after(cursor, Instant.MAX)).nextCursor();
    write("2025-05-09.xml", cuban.on("2025-05-08").entity(7011, "SHOP", "CUBA").xml());

    Batch next = feed("CUBA").fetch(FetchRequest.after(cursor, Instant.MAX));

    assertThat(next.observations())
        .extracting(Observation::key)
        .containsExactly("2025-05-08/7011", "");
    assertThat(next.observations()).allSatisfy(one -> assertThat(one.knownAt()).isEmpty());
  }

  private Feed feed(String programme) throws FeedException {
    OfacConfig config =
        new OfacConfig(
            "gulf",
            List.of(programme),
            URI.create("http://[::1]/"),
            Optional.of(folder),
            false,
            .5);
    return new OfacProvider().create(config, new TestingContext(folder));
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }
}
