package org.muscat.maritime.portwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Batch;
import org.muscat.spi.FeedException.Reason;
import org.muscat.testkit.StubAnswer;

/** One strait of several cannot be read. */
class PortWatchRoundTest {

  private final Fetching fetching = new Fetching(Strait.HORMUZ, Strait.SUEZ, Strait.MALACCA);

  @BeforeEach
  void publishWithoutSuez() {
    fetching.server.otherwise(
        new ArcGis().days(Strait.HORMUZ, "2025-05-01", 10).days(Strait.MALACCA, "2025-05-01", 20));
  }

  @AfterEach
  void close() {
    fetching.close();
  }

  @Test
  void shouldFetchTheOthersAndThenTellOfIt() throws Exception {
    Batch hormuz = fetching.first();
    Batch suez = fetching.after(hormuz.nextCursor());
    Batch malacca = fetching.after(suez.nextCursor());

    assertThat(suez.observations()).isEmpty();
    assertThat(suez.hasMore()).isTrue();
    assertThat(malacca.observations()).isNotEmpty();
    assertThat(malacca.hasMore()).isTrue();
    assertThat(fetching.failsAfter(malacca.nextCursor(), Reason.SOURCE_CHANGED))
        .hasMessageContaining("without any rows at all");
    assertThat(malacca.nextCursor())
        .isEqualTo("malacca=2025-05-20 hormuz=2025-05-10 began=2025-07-01T12:00:00Z");
  }

  /** The first round told all that there is, and that Suez is not in it. */
  @Test
  void shouldReportAnEmptyStraitAndEndWellWithTheOthers() throws Exception {
    Batch hormuz = fetching.after("malacca=2025-05-20 hormuz=2025-05-10");
    Batch suez = fetching.after(hormuz.nextCursor());
    Batch malacca = fetching.after(suez.nextCursor());

    assertThat(suez.observations()).isEmpty();
    assertThat(suez.rejections())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.where()).isEqualTo("strait suez");
              assertThat(told.line()).isZero();
              assertThat(told.reason())
                  .startsWith("SOURCE_CHANGED: http")
                  .contains("(chokepoint1) answered without any rows at all");
            });
    assertThat(malacca.observations()).isNotEmpty();
    assertThat(malacca.hasMore()).isFalse();
    assertThat(malacca.nextCursor()).isEqualTo("malacca=2025-05-20 hormuz=2025-05-10");
    assertThat(fetching.gauges)
        .containsOnly(
            Map.entry("strait_unread[strait, hormuz]", 0.0),
            Map.entry("strait_unread[strait, suez]", 1.0),
            Map.entry("strait_unread[strait, malacca]", 0.0));
  }

  @Test
  void shouldSayThatAStraitCanBeReadAgain() throws Exception {
    String cursor = "hormuz=2025-05-10 malacca=2025-05-20";
    Batch suez = fetching.after(fetching.after(cursor).nextCursor());
    Batch malacca = fetching.after(suez.nextCursor());
    fetching.server.otherwise(
        new ArcGis()
            .days(Strait.HORMUZ, "2025-05-01", 10)
            .days(Strait.SUEZ, "2025-05-01", 5)
            .days(Strait.MALACCA, "2025-05-01", 20));

    Batch again = fetching.after(fetching.after(malacca.nextCursor()).nextCursor());

    assertThat(suez.rejections()).hasSize(1);
    assertThat(again.rejections()).isEmpty();
    assertThat(again.observations()).hasSize(5 * 9);
    assertThat(fetching.gauges).containsEntry("strait_unread[strait, suez]", 0.0);
  }

  /** Its lag would say that April was known in April, when the feed asked for Suez in vain. */
  @Test
  void shouldNotKnowAStraitBeforeItWasReadOnceTheFeedHadBegun() throws Exception {
    fetching.server.otherwise(
        new ArcGis()
            .days(Strait.HORMUZ, "2025-05-01", 10)
            .days(Strait.SUEZ, "2025-05-01", 5)
            .days(Strait.MALACCA, "2025-05-01", 20));
    String cursor = "hormuz=2025-05-10 malacca=2025-05-20 began=2025-05-13T12:00:00Z";

    Batch suez = fetching.after(fetching.after(cursor).nextCursor());

    assertThat(suez.observations())
        .filteredOn(one -> one.observedAt().equals(Instant.parse("2025-05-03T00:00:00Z")))
        .isNotEmpty()
        .allSatisfy(
            one -> assertThat(one.knownAt()).contains(Instant.parse("2025-05-13T00:00:00Z")));
    assertThat(suez.observations())
        .filteredOn(one -> one.observedAt().equals(Instant.parse("2025-05-04T00:00:00Z")))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.knownAt()).isEmpty());
  }

  /** A feed that begins with the cursor of a round does not know what was missed before it. */
  @Test
  void shouldBeginARoundAnewThatARestartCutOff() throws Exception {
    Batch batch = fetching.after("hormuz=2025-05-10 began=2025-07-01T12:00:00Z next=malacca");

    assertThat(batch.observations())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.series()).contains("/hormuz/"));
    assertThat(batch.nextCursor())
        .isEqualTo("hormuz=2025-05-10 began=2025-07-01T12:00:00Z next=suez");
  }

  /** As the host does when another strait of the round was told anew. */
  @Test
  void shouldNotTellOfAFailureWhenItIsAskedFromTheBeginningAgain() throws Exception {
    Batch suez = fetching.after(fetching.first().nextCursor());
    fetching.after(suez.nextCursor());

    Batch again = fetching.first();

    assertThat(again.observations()).isNotEmpty();
  }

  @Test
  void shouldFailWhenNoStraitCanBeRead() throws Exception {
    String cursor = "suez=2025-05-10 malacca=2025-05-20 hormuz=2025-05-10";
    fetching.server.otherwise(new ArcGis());

    Batch hormuz = fetching.after(cursor);
    Batch suez = fetching.after(hormuz.nextCursor());
    Batch malacca = fetching.after(suez.nextCursor());

    assertThat(malacca.hasMore()).isTrue();
    assertThat(fetching.failsAfter(malacca.nextCursor(), Reason.SOURCE_CHANGED))
        .hasMessageContaining("(chokepoint6) answered without any rows from 2025-02-09 on");
    assertThat(fetching.gauges).hasSize(3).containsValue(1.0).doesNotContainValue(0.0);
  }

  @Test
  void shouldBeginTheNextRoundWithTheFirst() throws Exception {
    Batch suez = fetching.after(fetching.first().nextCursor());
    Batch malacca = fetching.after(suez.nextCursor());
    fetching.failsAfter(malacca.nextCursor(), Reason.SOURCE_CHANGED);

    Batch again = fetching.after(malacca.nextCursor());

    assertThat(again.observations())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.series()).contains("/hormuz/"));
  }

  @Test
  void shouldGoOnWhenTheFirstStraitOfTheFirstFetchCannotBeRead() throws Exception {
    try (Fetching suezFirst = new Fetching(Strait.SUEZ, Strait.HORMUZ)) {
      suezFirst.server.otherwise(new ArcGis().days(Strait.HORMUZ, "2025-05-01", 10));

      Batch suez = suezFirst.first();
      Batch hormuz = suezFirst.after(suez.nextCursor());

      assertThat(hormuz.observations()).isNotEmpty();
      suezFirst.failsAfter(hormuz.nextCursor(), Reason.SOURCE_CHANGED);
    }
  }

  @Test
  void shouldBeginAgainWhenNoStraitCouldBeRead() throws Exception {
    fetching.server.otherwise(new ArcGis());
    Batch suez = fetching.after(fetching.first().nextCursor());
    Batch malacca = fetching.after(suez.nextCursor());
    fetching.failsAfter(malacca.nextCursor(), Reason.SOURCE_CHANGED);
    publishWithoutSuez();

    Batch again = fetching.after(malacca.nextCursor());

    assertThat(again.nextCursor())
        .isEqualTo("hormuz=2025-05-10 began=2025-07-01T12:00:00Z next=suez");
  }

  @Test
  void shouldNotGoOnWhenTheWholeSourceRefuses() throws Exception {
    Batch hormuz = fetching.first();
    fetching.server.then(StubAnswer.status(401));

    fetching.failsAfter(hormuz.nextCursor(), Reason.UNAUTHORISED);
  }
}
