package org.muscat.energy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.muscat.contract.FeedTestKit;
import org.muscat.spi.Batch;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.Observation;
import org.muscat.testkit.Recorded;

/** What tests of feeds have in common. */
public final class Fetches {

  private Fetches() {}

  /** Fetches, and expects a failure for this reason. */
  public static FeedException failing(FeedTestKit<?> kit, Reason reason) {
    FeedException failure = catchThrowableOfType(FeedException.class, kit::fetch);
    assertThat(failure).isNotNull();
    assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
    return failure;
  }

  /** Fetches until there is nothing more. */
  public static List<Observation> round(FeedTestKit<?> kit)
      throws FeedException, InterruptedException {
    List<Observation> all = new ArrayList<>();
    Batch batch;
    do {
      batch = kit.fetch();
      all.addAll(batch.observations());
    } while (batch.hasMore());
    return all;
  }

  /** The one of a series on a day. */
  public static Observation on(String isoDate, String series, List<Observation> all) {
    Instant day = Recorded.day(isoDate);
    List<Observation> found =
        all.stream()
            .filter(one -> one.observedAt().equals(day) && one.series().equals(series))
            .toList();
    assertThat(found).as(series + " on " + isoDate).hasSize(1);
    return found.get(0);
  }
}
