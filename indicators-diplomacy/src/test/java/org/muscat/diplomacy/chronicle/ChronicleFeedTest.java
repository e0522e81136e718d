package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.diplomacy.TestingContext;
import org.muscat.spi.Batch;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Observation;

class ChronicleFeedTest {

  private static final ChronicleProvider PROVIDER = new ChronicleProvider();

  private final Path base;

  ChronicleFeedTest(@TempDir Path base) {
    this.base = base;
  }

  @Test
  void shouldReadTheBundledChronicleWithoutAProblem() throws Exception {
    Batch batch = fetch(bundled("gulf"), "");

    assertThat(batch.rejections()).isEmpty();
    assertThat(batch.hasMore()).isFalse();
    assertThat(batch.observations())
        .filteredOn(o -> o.series().equals("chronicle/gulf/coded"))
        .hasSize(2_618)
        .extracting(Observation::observedAt)
        .contains(Instant.parse("2018-05-01T00:00:00Z"), Instant.parse("2025-06-30T00:00:00Z"));
    assertThat(batch.observations())
        .extracting(Observation::series)
        .contains("events/gulf/dialogue", "events/gulf/kinetic", "events/gulf/deadline");
  }

  @Test
  void shouldNotGiveTheSameContentTwice() throws Exception {
    Feed feed = bundled("gulf");
    Batch first = fetch(feed, "");

    Batch second = fetch(feed, first.nextCursor());

    assertThat(second.observations()).isEmpty();
    assertThat(second.nextCursor()).isEqualTo(first.nextCursor());
  }

  @Test
  void shouldReadAFolderAgainWhenItChanged() throws Exception {
    write("2020.yaml", Coded.days("2020-01-01", "2020-01-02").text());
    Feed feed = feed("gulf", ".");
    Batch first = fetch(feed, "");

    write("2020.yaml", Coded.days("2020-01-01", "2020-01-03").text());
    Batch second = fetch(feed, first.nextCursor());

    assertThat(first.observations()).hasSize(2);
    assertThat(second.observations()).hasSize(3);
  }

  @Test
  void shouldLeaveOutAFileWithAProblemAndKeepTheOthers() throws Exception {
    write("2020.yaml", Coded.days("2020-01-01", "2020-01-02").text());
    write("2021.yaml", Coded.days("2021-01-01", "2021-01-31").event("2021-01-02", "chat").text());
    write("2022.yaml", Coded.days("2022-01-01", "2022-01-31").event("2023-01-02", "denial").text());
    write("notes.txt", "nothing");

    Batch batch = fetch(feed("gulf", "."), "");

    assertThat(batch.observations()).hasSize(2);
    assertThat(batch.rejections())
        .extracting(Rejection::toString)
        .satisfiesExactly(
            one -> assertThat(one).contains("2021.yaml:7: event '2021-01-02-chat-1': 'type'"),
            two -> assertThat(two).contains("2022.yaml:5: event '2023-01-02-denial-1': the date"));
  }

  @Test
  void shouldTellAProblemAgainUntilItIsMended() throws Exception {
    String spoilt = Coded.days("2021-01-01", "2021-01-31").event("2021-01-02", "chat").text();
    write("2020.yaml", Coded.days("2020-01-01", "2020-01-02").text());
    Feed feed = feed("gulf", ".");
    Batch sound = fetch(feed, "");
    write("2021.yaml", spoilt);

    Batch once = fetch(feed, sound.nextCursor());
    Batch again = fetch(feed, once.nextCursor());
    write("2021.yaml", Coded.days("2021-01-01", "2021-01-31").text());
    Batch mended = fetch(feed, again.nextCursor());

    assertThat(once.rejections()).hasSize(1);
    assertThat(again.rejections()).isEqualTo(once.rejections());
    assertThat(again.nextCursor()).isEqualTo(sound.nextCursor());
    assertThat(mended.rejections()).isEmpty();
    assertThat(mended.observations()).hasSize(33);
    assertThat(fetch(feed, mended.nextCursor()).observations()).isEmpty();
  }

  @Test
  void shouldNotTakeDaysForCodedThatAreNotOver() throws Exception {
    write("2029.yaml", Coded.days("2029-01-01", "2029-01-02").text());
    write("2030.yaml", Coded.days("2030-01-01", "2030-12-31").text());

    Batch batch = fetch(feed("gulf", "."), "");

    assertThat(batch.observations()).hasSize(2);
    assertThat(batch.rejections())
        .singleElement()
        .asString()
        .contains("2030.yaml: codedThrough 2030-12-31 is not over, it is only 2030-01-01")
        .contains("at the latest 2029-12-31");
    assertThat(batch.nextCursor()).isEmpty();
  }

  @Test
  void shouldSayWhichTheatresAreBundled() {
    assertThatThrownBy(() -> fetch(bundled("baltic"), ""))
        .isInstanceOfSatisfying(
            FeedException.class,
            e -> assertThat(e.reason()).isEqualTo(FeedException.Reason.CONFIGURATION))
        .hasMessageContaining("'baltic'")
        .hasMessageContaining("[gulf]");
  }

  @Test
  void shouldSayThatTheFolderIsNotThere() {
    assertThatThrownBy(() -> fetch(feed("gulf", "nowhere"), ""))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void shouldRefuseAMalformedTheatre() {
    assertThat(PROVIDER.validate(new ChronicleConfig("The Gulf", Optional.empty()))).hasSize(1);
    assertThat(PROVIDER.validate(new ChronicleConfig("gulf", Optional.empty()))).isEmpty();
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(base.resolve(name), text);
  }

  private Feed bundled(String theatre) {
    return PROVIDER.create(
        new ChronicleConfig(theatre, Optional.empty()), new TestingContext(base));
  }

  private Feed feed(String theatre, String path) {
    return PROVIDER.create(
        new ChronicleConfig(theatre, Optional.of(Path.of(path))), new TestingContext(base));
  }

  private static Batch fetch(Feed feed, String cursor) throws Exception {
    Instant deadline = Instant.parse("2030-01-01T00:01:00Z");
    return feed.fetch(
        cursor.isEmpty() ? FetchRequest.first(deadline) : FetchRequest.after(cursor, deadline));
  }
}
