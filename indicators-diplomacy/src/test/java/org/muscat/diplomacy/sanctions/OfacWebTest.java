package org.muscat.diplomacy.sanctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.muscat.contract.MuscatAssertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.contract.FeedTestKit;
import org.muscat.spi.Batch;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.Observation;
import org.muscat.testkit.StubAnswer;

/** The feed over the host's HTTP, against a server that plays OFAC. */
class OfacWebTest {

  private static final SdnLists FIRST =
      SdnLists.of("2025-06-18").vessel(8001, "OLD TANKER", "9000001").entity(7010, "FRONT", "IFSR");

  private final FeedTestKit<OfacConfig> kit =
      FeedTestKit.of(new OfacProvider()).now("2025-06-20T12:00:00Z");

  @AfterEach
  void close() {
    kit.close();
  }

  @Test
  void shouldTakeTheFirstListForABaseline() throws Exception {
    kit.answering(FIRST.answer());

    List<Observation> told = kit.fetch().observations();

    assertThat(told).hasSize(2);
    Observation baseline = told.get(0);
    assertThat(baseline.series()).isEqualTo("events/gulf/ofac");
    assertThat(baseline.key()).isEqualTo("2025-06-18/baseline/IFSR+IRAN*");
    assertThat(baseline.type()).isEqualTo("baseline");
    assertThat(baseline.value()).isZero();
    assertThat(baseline.attributes())
        .containsEntry("entries", "3")
        .containsEntry("programmes", "IFSR IRAN*")
        .containsEntry("seen", "2025-06-20");
    assertThat(told.get(1).series()).isEqualTo("ofac/gulf/list");
    assertThat(told.get(1).observedAt()).isEqualTo("2025-06-20T00:00:00Z");
    assertThat(told.get(1).value()).isEqualTo(3);
  }

  @Test
  void shouldTellWhatCameAndWhatWent() throws Exception {
    kit.answering(FIRST.answer());
    kit.fetch();

    kit.answering(
        FIRST
            .on("2025-06-20")
            .without(7010)
            .entity(7020, "NEW FRONT", "SDGT", "IFSR")
            .entity(7021, "ELSEWHERE", "CUBA")
            .vessel(8002, "NEW TANKER", "9000002")
            .answer());
    List<Observation> told = kit.fetch().observations();

    assertThat(told)
        .filteredOn(Observation::isEvent)
        .extracting(Observation::key, Observation::type, Observation::value)
        .containsExactlyInAnyOrder(
            tuple("2025-06-20/7020", "designation", 1.0),
            tuple("2025-06-20/8002", "vessel", 2.0),
            tuple("2025-06-20/7010", "delisting", -3.0));
    assertThat(told)
        .filteredOn(one -> one.type().equals("vessel"))
        .singleElement()
        .satisfies(
            vessel -> {
              assertThat(vessel.observedAt()).isEqualTo("2025-06-20T00:00:00Z");
              assertThat(vessel.knownAt()).isEmpty();
              assertThat(vessel.attributes())
                  .containsEntry("name", "NEW TANKER")
                  .containsEntry("programme", "IRAN-EO13902")
                  .containsEntry("kind", "vessel")
                  .containsEntry("imo", "9000002")
                  .containsEntry("list-before", "2025-06-18");
            });
  }

  @Test
  void shouldTellAnUnchangedListOnceADay() throws Exception {
    kit.answering(FIRST.answer());

    Batch first = kit.fetch();
    Batch second = kit.fetch();

    assertThat(second).hasObservations(0);
    assertThat(second.nextCursor()).isEqualTo(first.nextCursor());
  }

  @Test
  void shouldSeeTheListWhenTheServerSaysThatItDidNotChange() throws Exception {
    kit.answering(FIRST.answer("ETag: \"a\""));
    String cursor = kit.fetch().nextCursor();
    kit.answering(StubAnswer.notModified());

    Batch unchanged = kit.fetch();

    assertThat(kit.requests().get(1).header("If-None-Match")).contains("\"a\"");
    assertThat(unchanged).hasObservations(0).isLast();
    assertThat(unchanged.nextCursor()).isEqualTo(cursor);
  }

  @Test
  void shouldTakeAnEntryWithAnotherNumberForTheSame() throws Exception {
    kit.answering(FIRST.answer());
    kit.fetch();

    kit.answering(
        FIRST
            .on("2025-06-20")
            .without(8001)
            .vessel(8009, "RENAMED TANKER", "9000001")
            .without(7010)
            .entity(7019, "FRONT", "IFSR")
            .answer());

    assertThat(kit.fetch().observations()).filteredOn(Observation::isEvent).isEmpty();
  }

  @Test
  void shouldTellEachOfTwoOfOneNameThatWent() throws Exception {
    SdnLists twice = FIRST.entity(7011, "FRONT", "IFSR").entity(7012, "FRONT", "IFSR");
    kit.answering(twice.answer());
    kit.fetch();

    kit.answering(FIRST.on("2025-06-20").without(7010).entity(7013, "FRONT", "IFSR").answer());

    assertThat(kit.fetch().observations())
        .filteredOn(Observation::isEvent)
        .extracting(Observation::key)
        .containsExactly("2025-06-20/7011", "2025-06-20/7012");
  }

  @Test
  void shouldSayThatThereIsNothingToRead() {
    kit.config("live: false").answering(FIRST.answer());

    assertThat(catchThrowableOfType(IllegalArgumentException.class, kit::fetch))
        .hasMessageContaining("is false, and there is no 'path'");
  }

  @Test
  void shouldTellNoDelistingWhileAnEntryCannotBeRead() throws Exception {
    kit.answering(FIRST.answer());
    kit.fetch();

    kit.answering(
        SdnLists.text(FIRST.on("2025-06-20").without(8001).xml().replace("<uid>7010<", "<uid>?<")));
    Batch unclear = kit.fetch();
    kit.answering(FIRST.on("2025-06-20").without(8001).answer());
    Batch clear = kit.fetch();

    assertThat(unclear).hasRejection("the number of an entry is '?'");
    assertThat(unclear.observations()).noneMatch(Observation::isEvent);
    assertThat(clear.observations())
        .filteredOn(Observation::isEvent)
        .extracting(Observation::type)
        .containsExactly("delisting");
  }

  /** A run that tells nothing but refusals is one of a source that answers in another shape. */
  @Test
  void shouldTellAListAgainOfWhichAnEntryCannotBeRead() throws Exception {
    kit.answering(SdnLists.text(FIRST.xml().replace("<uid>7001</uid>", "<uid>x</uid>")));
    kit.fetch();

    Batch again = kit.fetch();

    assertThat(again).hasObservations(1);
    assertThat(again.rejections()).hasSize(1);
    assertThat(again.observations().get(0).isEvent()).isFalse();
  }

  @Test
  void shouldNotBelieveThatMostWereDelistedAtOnce() throws Exception {
    SdnLists many = FIRST;
    for (int i = 0; i < 30; i++) {
      many = many.entity(7100 + i, "FRONT " + i, "IRAN");
    }
    kit.answering(many.answer());
    kit.fetch();

    kit.answering(FIRST.on("2025-06-20").answer());
    FeedException failure = failure();

    assertThat(failure.reason()).isEqualTo(Reason.SOURCE_CHANGED);
    assertThat(failure)
        .hasMessageContaining("30 of 33 entries of IFSR IRAN* are no longer in the list")
        .hasMessageContaining("raise 'most-delisted'");
  }

  @Test
  void shouldBelieveItWhenItIsTold() throws Exception {
    SdnLists many = FIRST;
    for (int i = 0; i < 30; i++) {
      many = many.entity(7100 + i, "FRONT " + i, "IRAN");
    }
    kit.config("most-delisted: 1").answering(many.answer());
    kit.fetch();

    kit.answering(FIRST.on("2025-06-20").answer());

    assertThat(kit.fetch().observations()).filteredOn(Observation::isEvent).hasSize(30);
  }

  @Test
  void shouldRefuseAnOlderListThanTheLast() throws Exception {
    kit.answering(FIRST.answer());
    kit.fetch();
    kit.answering(FIRST.on("2025-06-10").without(7010).answer());

    assertThat(failure())
        .hasMessageContaining("is the list of 2025-06-10, older than that of 2025-06-18");
  }

  @Test
  void shouldRefuseAListOfADayToCome() {
    kit.answering(FIRST.on("2025-06-21").answer());

    assertThat(failure())
        .hasMessageEndingWith("is a list of 2025-06-21, and it is only 2025-06-20");
  }

  @Test
  void shouldReadAListOfCsvAsOfToday() throws Exception {
    kit.answering(SdnLists.text(FIRST.csv()));

    assertThat(kit.fetch().observations().get(0).key()).isEqualTo("2025-06-20/baseline/IFSR+IRAN*");
  }

  @ParameterizedTest
  @CsvSource({
    "401, UNAUTHORISED",
    "429, RATE_LIMITED",
    "500, SOURCE_FAILED",
    "404, SOURCE_CHANGED"
  })
  void shouldTellTheReasonOfAStatus(int status, Reason reason) {
    kit.answering(StubAnswer.status(status));

    assertThat(failure().reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"[], 'programmes'", "[iran], '[A-Z0-9]'"})
  void shouldSayWhatIsWrongWithTheProgrammes(String programmes, String told) {
    kit.config("programmes: " + programmes).answering(FIRST.answer());

    assertThat(catchThrowableOfType(IllegalArgumentException.class, kit::fetch))
        .hasMessageContaining(told);
  }

  private FeedException failure() {
    return catchThrowableOfType(FeedException.class, kit::fetch);
  }
}
