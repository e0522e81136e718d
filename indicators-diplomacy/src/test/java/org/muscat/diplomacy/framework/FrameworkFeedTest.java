package org.muscat.diplomacy.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.contract.MuscatAssertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.contract.FeedTestKit;
import org.muscat.spi.Batch;
import org.muscat.spi.FeedException;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

class FrameworkFeedTest {

  @TempDir private Path folder;

  private final FeedTestKit<FrameworkConfig> kit = FeedTestKit.of(new FrameworkProvider());

  @AfterEach
  void close() {
    kit.close();
  }

  @Test
  void shouldReadTheBundledFrameworkWithoutAProblem() throws Exception {
    Batch batch = kit.fetch();

    assertThat(batch).hasNoRejections().isLast();
    assertThat(batch.observations())
        .filteredOn(one -> one.series().equals("framework/gulf/coded"))
        .hasSize(2_618);
    for (Component component : Component.values()) {
      assertThat(batch.observations())
          .extracting(Observation::series)
          .contains("framework/gulf/" + component.word());
    }
  }

  @Test
  void shouldTellALevelTheDayAfterWithItsReason() throws Exception {
    write(
        Frameworks.days("2020-01-01", "2020-01-03")
            .level(Component.IAEA_ACCESS, "2020-01-01", "0.5", "Snap inspections ended.")
            .othersAtNought());

    assertThat(kit.config("path: own.yaml").in(folder).fetch().observations())
        .contains(
            Observation.event(
                    "framework/gulf/iaea-access",
                    "v1/2020-01-01",
                    Instant.parse("2020-01-01T00:00:00Z"),
                    "level",
                    .5,
                    Map.of(
                        "reason", "Snap inspections ended.",
                        "version", "1",
                        "verified", "true"))
                .knownAt(Instant.parse("2020-01-02T00:00:00Z"), KnownBasis.ASSUMED));
  }

  @Test
  void shouldNotKnowAnOlderLevelBeforeTheFirstCodedDay() throws Exception {
    write(
        Frameworks.days("2020-01-01", "2020-01-03")
            .level(Component.IAEA_ACCESS, "2016-01-16", "1")
            .othersAtNought());

    assertThat(kit.config("path: own.yaml").in(folder).fetch().observations())
        .filteredOn(one -> one.series().equals("framework/gulf/iaea-access"))
        .singleElement()
        .satisfies(
            level -> {
              assertThat(level.observedAt()).isEqualTo("2016-01-16T00:00:00Z");
              assertThat(level.knownAt()).contains(Instant.parse("2020-01-02T00:00:00Z"));
            });
  }

  @Test
  void shouldReadAFileAgainWhenItChanged() throws Exception {
    kit.config("path: own.yaml").in(folder);
    write(Frameworks.days("2020-01-01", "2020-01-02").othersAtNought());
    Batch first = kit.fetch();
    Batch second = kit.fetch();

    write(Frameworks.days("2020-01-01", "2020-01-03").othersAtNought());
    Batch third = kit.fetch();

    assertThat(first).hasObservations(8);
    assertThat(second).hasObservations(0);
    assertThat(third).hasObservations(9);
  }

  @Test
  void shouldTakeNothingOfAFileWithAMistake() throws Exception {
    Files.writeString(
        folder.resolve("own.yaml"),
        Frameworks.days("2020-01-01", "2020-01-02")
            .othersAtNought()
            .text()
            .replace("iaea-access: 0.25", "iaea-access: 0.5"));

    Batch batch = kit.config("path: own.yaml").in(folder).fetch();

    assertThat(batch).hasObservations(0).hasRejection("the method fixes it, write 0.25");
  }

  @Test
  void shouldNotTakeDaysForCodedThatAreNotOver() throws Exception {
    write(Frameworks.days("2020-01-01", "2020-12-31").othersAtNought());
    kit.config("path: own.yaml").in(folder);

    Batch batch = kit.now("2020-12-31T23:59:59Z").fetch();

    assertThat(batch)
        .hasObservations(0)
        .hasRejection("codedThrough 2020-12-31 is not over, it is only 2020-12-31");
  }

  @Test
  void shouldTellAMistakeAgainUntilItIsMended() throws Exception {
    kit.config("path: own.yaml").in(folder);
    Frameworks sound = Frameworks.days("2020-01-01", "2020-01-02").othersAtNought();
    Frameworks spoilt = Frameworks.days("2020-01-02", "2020-01-01").othersAtNought();
    write(spoilt);
    Batch atFirst = kit.fetch();
    write(sound);
    Batch mended = kit.fetch();
    write(spoilt);

    Batch once = kit.fetch();
    Batch again = kit.fetch();

    assertThat(atFirst.nextCursor()).isEmpty();
    assertThat(mended).hasNoRejections().hasObservations(8);
    assertThat(once).hasRejection("swap them");
    assertThat(again).hasRejection("swap them").hasObservations(0);
    assertThat(again.nextCursor()).isEqualTo(mended.nextCursor());
  }

  @Test
  void shouldTellAgainThatAFileIsNoFramework() throws Exception {
    kit.config("path: own.yaml").in(folder);
    Files.writeString(folder.resolve("own.yaml"), "theatre: gulf");

    Batch once = kit.fetch();
    Batch again = kit.fetch();

    assertThat(once.rejections()).isNotEmpty();
    assertThat(again.rejections()).isEqualTo(once.rejections());
  }

  @Test
  void shouldSayThatTheFileIsNotThere() {
    kit.config("path: lost.yaml").in(folder);

    assertThatThrownBy(kit::fetch)
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("lost.yaml")
        .hasMessageEndingWith("correct 'path'");
  }

  @Test
  void shouldSayThatATheatreHasNoBundledFramework() {
    kit.config("theatre: rus-ukr");

    assertThatThrownBy(kit::fetch)
        .isInstanceOf(FeedException.class)
        .hasMessage(
            "no framework of the theatre 'rus-ukr' is bundled, only that of gulf; give 'path' a"
                + " file");
  }

  private void write(Frameworks framework) throws Exception {
    Files.writeString(folder.resolve("own.yaml"), framework.text());
  }
}
