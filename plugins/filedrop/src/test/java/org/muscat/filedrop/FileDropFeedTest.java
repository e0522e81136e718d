package org.muscat.filedrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.Batch;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.Observation;

class FileDropFeedTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private final Path base;

  FileDropFeedTest(@TempDir Path base) {
    this.base = base;
  }

  private record TestingContext(Path baseFolder) implements FeedContext {

    @Override
    public String instance() {
      return "drop";
    }

    @Override
    public Clock clock() {
      return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Override
    public System.Logger logger() {
      return System.getLogger("drop");
    }
  }

  @Test
  void shouldBeFoundAsAPlugin() {
    assertThat(ServiceLoader.load(MuscatPlugin.class))
        .singleElement()
        .satisfies(
            plugin -> {
              assertThat(plugin.descriptor().id()).isEqualTo("filedrop");
              assertThat(plugin.feeds())
                  .singleElement()
                  .satisfies(feed -> assertThat(feed.descriptor().id()).isEqualTo("file-drop"));
            });
  }

  @Test
  void shouldTakeOneFileAFetchByName() throws Exception {
    drop("b.csv", 2);
    drop("a.csv", 1);

    Batch first = fetch(feed("drop"), "");
    Batch second = fetch(feed("drop"), first.nextCursor());
    Batch third = fetch(feed("drop"), second.nextCursor());

    assertThat(values(first)).containsExactly(1.0);
    assertThat(first.hasMore()).isTrue();
    assertThat(values(second)).containsExactly(2.0);
    assertThat(second.hasMore()).isFalse();
    assertThat(third.observations()).isEmpty();
    assertThat(third.nextCursor()).isEqualTo(second.nextCursor());
  }

  @Test
  void shouldTakeAContentOnceWhateverItsName() throws Exception {
    drop("a.csv", 1);
    drop("copy.csv", 1);
    Feed feed = feed("drop");

    Batch first = fetch(feed, "");
    Files.move(base.resolve("drop/a.csv"), base.resolve("drop/z.csv"));
    Batch second = fetch(feed, first.nextCursor());

    assertThat(first.hasMore()).isFalse();
    assertThat(second.observations()).isEmpty();
  }

  @Test
  void shouldTakeAFileAgainWhenItsContentChanged() throws Exception {
    drop("a.csv", 1);
    Feed feed = feed("drop");
    Batch first = fetch(feed, "");

    drop("a.csv", 7);
    Batch second = fetch(feed, first.nextCursor());

    assertThat(values(second)).containsExactly(7.0);
  }

  @Test
  void shouldNoticeANewContentOfTheSameSizeInASettledFile() throws Exception {
    drop("a.csv", 1);
    Feed feed = feed("drop");
    Batch first = fetch(feed, "");
    Batch settled = fetch(feed, first.nextCursor());

    drop("a.csv", 2);
    Files.setLastModifiedTime(
        base.resolve("drop/a.csv"), FileTime.from(NOW.minus(Duration.ofDays(2))));
    Batch changed = fetch(feed, settled.nextCursor());

    assertThat(settled.observations()).isEmpty();
    assertThat(values(changed)).containsExactly(2.0);
  }

  @Test
  void shouldForgetFilesThatWereClearedAway() throws Exception {
    drop("a.csv", 1);
    Batch first = fetch(feed("drop"), "");
    assertThat(first.nextCursor()).matches("[0-9a-f]{64}");

    Files.delete(base.resolve("drop/a.csv"));
    Batch second = fetch(feed("drop"), first.nextCursor());

    assertThat(second.nextCursor()).isEmpty();
  }

  @Test
  void shouldLeaveFilesThatAreBeingWritten() throws Exception {
    drop("a.csv.tmp", 1);
    drop(".a.csv", 2);
    drop("notes.txt", 3);
    drop("A.CSV", 4);

    Batch batch = fetch(feed("drop"), "");

    assertThat(values(batch)).containsExactly(4.0);
    assertThat(batch.hasMore()).isFalse();
  }

  @Test
  void shouldTakeASingleFile() throws Exception {
    drop("a.csv", 1);
    drop("b.csv", 2);

    assertThat(values(fetch(feed("drop/b.csv"), ""))).containsExactly(2.0);
  }

  @Test
  void shouldReportAFileOnlyOnceEvenIfAllOfItIsBad() throws Exception {
    Files.createDirectories(base.resolve("drop"));
    Files.writeString(base.resolve("drop/a.csv"), "nonsense\n");

    Batch first = fetch(feed("drop"), "");
    Batch second = fetch(feed("drop"), first.nextCursor());

    assertThat(first.rejections()).hasSize(1);
    assertThat(second.rejections()).isEmpty();
  }

  @Test
  void shouldMakeItsFolderInsideTheBaseFolder() throws Exception {
    Batch batch = fetch(feed("drops/freight"), "");

    assertThat(batch.observations()).isEmpty();
    assertThat(batch.rejections()).isEmpty();
    assertThat(base.resolve("drops/freight")).isDirectory();
  }

  @Test
  void shouldNotMakeAFolderWhereAFileIsMeant() {
    assertThatThrownBy(() -> fetch(feed("freight.csv"), ""))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("freight.csv");
    assertThat(base.resolve("freight.csv")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../nowhere", "inside/../../nowhere"})
  void shouldSayThatAFolderOutsideTheBaseFolderIsNotThere(String path) {
    assertThatThrownBy(() -> fetch(feed(path), ""))
        .isInstanceOfSatisfying(
            FeedException.class,
            e -> assertThat(e.reason()).isEqualTo(FeedException.Reason.UNREACHABLE))
        .hasMessageContaining("nowhere")
        .hasMessageContaining("create it or correct 'path'");
    assertThat(base.resolveSibling("nowhere")).doesNotExist();
  }

  @Test
  void shouldHonourAnInterrupt() throws Exception {
    drop("a.csv", 1);
    Feed feed = feed("drop");

    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> fetch(feed, "")).isInstanceOf(InterruptedException.class);
  }

  @Test
  void shouldDrainAFullFolderInOrder() throws Exception {
    for (int i = 0; i < 30; i++) {
      drop("f%02d.csv".formatted(29 - i), 29 - i);
    }
    List<Double> taken = new ArrayList<>();

    Batch batch = fetch(feed("drop"), "");
    taken.addAll(values(batch));
    while (batch.hasMore()) {
      batch = fetch(feed("drop"), batch.nextCursor());
      taken.addAll(values(batch));
    }

    assertThat(taken).hasSize(30).isSorted();
  }

  private void drop(String name, int value) throws Exception {
    Path folder = Files.createDirectories(base.resolve("drop"));
    Files.writeString(
        folder.resolve(name), "series,observed_at,value\na/b,2024-03-01," + value + "\n");
  }

  private Feed feed(String path) throws FeedException {
    return new FileDropProvider()
        .create(
            new FileDropConfig(Path.of(path), Optional.empty(), List.of(), List.of()),
            new TestingContext(base));
  }

  private static Batch fetch(Feed feed, String cursor) throws Exception {
    Instant deadline = NOW.plusSeconds(60);
    return feed.fetch(
        cursor.isEmpty() ? FetchRequest.first(deadline) : FetchRequest.after(cursor, deadline));
  }

  private static List<Double> values(Batch batch) {
    return batch.observations().stream().map(Observation::value).toList();
  }
}
