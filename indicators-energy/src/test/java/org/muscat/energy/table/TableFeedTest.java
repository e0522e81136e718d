package org.muscat.energy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muscat.spi.Batch;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.FetchRequest;

/** Rounds through several tables of which some fail. */
class TableFeedTest {

  private static final Instant NOW = Instant.parse("2025-07-01T12:00:00Z");

  private final TestingSource source = new TestingSource();
  private final TableFeed feed =
      new TableFeed(
          Table.each(List.of("A=test/a@P1BD", "B=test/b@P1BD", "C=test/c@P1BD", "D=test/d@P1BD")),
          source,
          Past.SETTLED,
          new TestingContext());

  private Optional<String> stored = Optional.empty();

  @ParameterizedTest
  @EnumSource(
      names = {"UNAUTHORISED", "SOURCE_FAILED", "TIMED_OUT", "UNREACHABLE", "SOURCE_CHANGED"})
  void shouldFetchTheTablesBehindOneThatFails(Reason reason) throws Exception {
    source.failing.put("B", reason);

    FeedException failure = round();

    assertThat(source.takeAsked()).containsExactly("A", "B", "C", "D");
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure).hasMessageContaining("B fails");
    assertThat(stored).hasValue("test/a=2025-06-30 test/c=2025-06-30 test/d=2025-06-30");
  }

  @Test
  void shouldAskNoMoreOfASourceThatIsDown() throws Exception {
    List.of("A", "B", "C", "D").forEach(table -> source.failing.put(table, Reason.UNREACHABLE));

    assertThat(round()).hasMessageContaining("B fails");
    assertThat(source.takeAsked()).containsExactly("A", "B");
  }

  @Test
  void shouldReachTheTablesBehindTwoThatFailInTheNextRound() throws Exception {
    source.failing.put("A", Reason.UNAUTHORISED);
    source.failing.put("B", Reason.UNAUTHORISED);

    round();
    round();

    assertThat(source.takeAsked()).containsExactly("A", "B", "B", "C", "D");
    assertThat(stored.orElseThrow()).contains("test/c=", "test/d=").doesNotContain("next=");
  }

  @Test
  void shouldGoOnWhenTwoFailuresDoNotFollowEachOther() throws Exception {
    source.failing.put("A", Reason.SOURCE_FAILED);
    source.failing.put("C", Reason.TIMED_OUT);

    assertThat(round()).hasMessageContaining("A fails");
    assertThat(source.takeAsked()).containsExactly("A", "B", "C", "D");
  }

  @ParameterizedTest
  @EnumSource(names = {"RATE_LIMITED", "CONFIGURATION", "UNTRUSTED"})
  void shouldEndTheRoundAtWhatConcernsTheWholeSource(Reason reason) throws Exception {
    source.failing.put("B", reason);

    assertThat(round().reason()).isEqualTo(reason);
    assertThat(source.takeAsked()).containsExactly("A", "B");
    assertThat(stored.orElseThrow()).endsWith("next=B");
  }

  /** A past that was told anew is read from the beginning, while a table is gone. */
  @Test
  void shouldReadFromTheBeginningAfterARoundThatWasNotFinished() throws Exception {
    source.failing.put("D", Reason.SOURCE_CHANGED);
    for (int i = 0; i < 4; i++) {
      fetch();
    }
    source.takeAsked();

    Batch first = feed.fetch(FetchRequest.first(NOW.plusSeconds(60)));

    assertThat(first.observations()).hasSize(1);
    assertThat(source.takeAsked()).containsExactly("A");
  }

  /** The host asks once to see whether a feed works, and keeps nothing of it. */
  @Test
  void shouldForgetTheFailureOfAFetchThatWasNotKept() throws Exception {
    source.failing.put("D", Reason.SOURCE_CHANGED);
    round();
    source.failing.put("A", Reason.SOURCE_CHANGED);
    feed.fetch(FetchRequest.after(stored.orElseThrow(), NOW.plusSeconds(60)));
    source.failing.clear();
    source.takeAsked();

    fetch();

    assertThat(source.takeAsked()).containsExactly("A");
  }

  private Batch fetch() throws FeedException, InterruptedException {
    Instant deadline = NOW.plusSeconds(60);
    Batch batch =
        feed.fetch(
            stored
                .map(cursor -> FetchRequest.after(cursor, deadline))
                .orElseGet(() -> FetchRequest.first(deadline)));
    stored = Optional.of(batch.nextCursor());
    return batch;
  }

  /** Fetches as the host does, until the round fails. */
  private FeedException round() {
    FeedException failure =
        catchThrowableOfType(
            FeedException.class,
            () -> {
              boolean more = true;
              while (more) {
                more = fetch().hasMore();
              }
            });
    assertThat(failure).isNotNull();
    return failure;
  }

  /** Tells one value of each table, unless it fails. */
  private static final class TestingSource implements TableSource {

    private final Map<String, Reason> failing = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();

    @Override
    public void read(Table table, Optional<LocalDate> from, Cells cells) throws FeedException {
      asked.add(table.name());
      Reason reason = failing.get(table.name());
      if (reason != null) {
        throw new FeedException(reason, table.name() + " fails");
      }
      cells.add(table.columns().get(0), 1, "2025-06-30", "7");
    }

    @Override
    public String where(Table table) {
      return table.name();
    }

    private List<String> takeAsked() {
      List<String> taken = List.copyOf(asked);
      asked.clear();
      return taken;
    }
  }

  private record TestingContext() implements FeedContext {

    @Override
    public String instance() {
      return "test";
    }

    @Override
    public Path baseFolder() {
      return Path.of("");
    }

    @Override
    public Clock clock() {
      return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Override
    public System.Logger logger() {
      return System.getLogger("test");
    }
  }
}
