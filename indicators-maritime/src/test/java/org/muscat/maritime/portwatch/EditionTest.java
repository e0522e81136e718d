package org.muscat.maritime.portwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Batch;

/** The date of the layer's last edit saves questions, and costs no data. */
class EditionTest {

  private static final Instant EDITED = Instant.parse("2025-06-24T13:00:00Z");

  private final ArcGis arcGis = new ArcGis().days(Strait.HORMUZ, "2025-05-01", 10);
  private final Fetching fetching = Fetching.layer(Strait.HORMUZ);

  @AfterEach
  void close() {
    fetching.close();
  }

  @Test
  void shouldAskForNothingMoreWhenTheEditionWasRead() throws Exception {
    fetching.server.otherwise(arcGis.layer(edited(EDITED)));
    Batch first = fetching.first();

    Batch second = fetching.after(first.nextCursor());

    assertThat(first.nextCursor())
        .isEqualTo("hormuz=2025-05-10 edition=2025-06-24T13:00:00Z began=2025-07-01T12:00:00Z");
    assertThat(second.observations()).isEmpty();
    assertThat(second.hasMore()).isFalse();
    assertThat(second.nextCursor()).isEqualTo(first.nextCursor());
    assertThat(fetching.server.requests()).hasSize(3);
  }

  @Test
  void shouldReadAnotherEdition() throws Exception {
    fetching.server.otherwise(arcGis.layer(edited(EDITED)));
    Batch first = fetching.first();
    arcGis.layer(edited(EDITED.plusSeconds(60)));

    Batch second = fetching.after(first.nextCursor());

    assertThat(second.observations()).isNotEmpty();
    assertThat(second.nextCursor()).contains(" edition=2025-06-24T13:01:00Z ");
  }

  @Test
  void shouldNotBelieveADateThatIsAFortnightOld() throws Exception {
    fetching.server.otherwise(arcGis.layer(edited(Instant.parse("2025-06-17T00:00:00Z"))));
    Batch first = fetching.first();

    assertThat(fetching.after(first.nextCursor()).observations()).isNotEmpty();
  }

  @Test
  void shouldReadTheEditionAgainOfWhichAStraitFailed() throws Exception {
    try (Fetching two = Fetching.layer(Strait.SUEZ, Strait.HORMUZ)) {
      two.server.otherwise(arcGis.layer(edited(EDITED)));

      Batch suez = two.first();
      Batch hormuz = two.after(suez.nextCursor());

      assertThat(hormuz.nextCursor()).isEqualTo("hormuz=2025-05-10 began=2025-07-01T12:00:00Z");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "not JSON",
        "{\"error\":{\"code\":400}}",
        "{\"editingInfo\":null}",
        "{\"editingInfo\":{}}",
        "{\"editingInfo\":{\"lastEditDate\":null}}",
        "{\"editingInfo\":{\"lastEditDate\":\"2025-06-24\"}}",
        "{\"editingInfo\":{\"lastEditDate\":1.5}}",
        "{\"editingInfo\":{\"lastEditDate\":-1}}",
        "{\"editingInfo\":{\"lastEditDate\":9223372036854775807}}"
      })
  void shouldNotLoseDataToAStrangeAnswer(String layer) throws Exception {
    fetching.server.otherwise(arcGis.layer(layer));

    Batch batch = fetching.first();

    assertThat(batch.observations()).hasSize(10 * 9);
    assertThat(batch.nextCursor()).isEqualTo("hormuz=2025-05-10 began=2025-07-01T12:00:00Z");
  }

  @Test
  void shouldTakeTheLaterOfTwoDates() throws Exception {
    fetching.server.otherwise(
        arcGis.layer(
            "{\"editingInfo\":{\"lastEditDate\":%d,\"dataLastEditDate\":%d}}"
                .formatted(EDITED.toEpochMilli(), EDITED.plusSeconds(1).toEpochMilli())));

    assertThat(fetching.first().nextCursor()).contains(" edition=2025-06-24T13:00:01Z ");
  }

  private static String edited(Instant at) {
    return "{\"editingInfo\":{\"lastEditDate\":" + at.toEpochMilli() + "}}";
  }
}
