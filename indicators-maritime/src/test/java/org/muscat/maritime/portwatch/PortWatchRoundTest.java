package org.muscat.maritime.portwatch;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(malacca.nextCursor()).isEqualTo("malacca=2025-05-20 hormuz=2025-05-10");
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

    assertThat(again.nextCursor()).isEqualTo("hormuz=2025-05-10 next=suez");
  }

  @Test
  void shouldNotGoOnWhenTheWholeSourceRefuses() throws Exception {
    Batch hormuz = fetching.first();
    fetching.server.then(StubAnswer.status(401));

    fetching.failsAfter(hormuz.nextCursor(), Reason.UNAUTHORISED);
  }
}
