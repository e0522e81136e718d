package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

class RollUpTest {

  private static final Dyad USA_IRN = new Dyad("USA", "IRN");
  private static final FileStamp MONDAY = FileStamp.parse("20191021000000").orElseThrow();

  private final RollUp rollUp = new RollUp(List.of(USA_IRN));

  @Test
  void shouldCountAnEventThatSeveralFilesReportOnce() {
    add(file(0, report("20191021", "a.org")));
    add(file(5, report("20191021", "a.org"), report("20191021", "b.org")));

    Observation day = day(rollUp.across(stamp(5), stamp(96).knownAt()), "2019-10-21");

    assertThat(day.value()).isOne();
    assertThat(day.attributes())
        .containsEntry("root-04", "1")
        .containsEntry("domains", "2")
        .containsEntry("weight", Double.toString(Math.log1p(2)));
  }

  @Test
  void shouldTellADayWhenItIsOverAndAgainADayLater() {
    add(file(10, report("20191021", "a.org")));
    List<Observation> first = rollUp.across(stamp(10), stamp(96).knownAt());
    add(file(96, report("20191021", "b.org"), report("20191022", "c.org")));
    List<Observation> second = rollUp.across(stamp(96), stamp(192).knownAt());

    assertThat(day(first, "2019-10-21").attributes())
        .containsEntry("files", "1")
        .containsEntry("files-after", "0")
        .containsEntry("domains", "1");
    assertThat(day(second, "2019-10-21").attributes())
        .containsEntry("files", "1")
        .containsEntry("files-after", "1")
        .containsEntry("domains", "2");
    assertThat(day(second, "2019-10-22").attributes()).containsEntry("files-after", "0");
  }

  @Test
  void shouldKnowADayWithTheFileThatEndsIt() {
    add(file(10, report("20191021", "a.org")));

    Observation day = day(rollUp.across(stamp(10), stamp(97).knownAt()), "2019-10-21");

    assertThat(day.observedAt()).isEqualTo("2019-10-21T00:00:00Z");
    assertThat(day.knownAt()).contains(Instant.parse("2019-10-22T00:30:00Z"));
    assertThat(day.knownBasis()).isEqualTo(KnownBasis.PUBLISHED);
  }

  @Test
  void shouldLeaveOutWhatIsReportedOfADayTwoDaysLater() {
    add(file(0));
    add(file(192, report("20191021", "a.org")));

    assertThat(rollUp.across(stamp(192), stamp(288).knownAt()))
        .extracting(Observation::key)
        .containsExactly("2019-10-23");
  }

  @Test
  void shouldTellNothingOfADayWithoutFiles() {
    add(file(95, report("20191021", "a.org")));

    List<Observation> told = rollUp.across(stamp(95), stamp(96 * 4).knownAt());

    assertThat(told).extracting(Observation::key).containsExactly("2019-10-21");
  }

  /** Counts of a day of which a part is missing would read as calm. */
  @Test
  void shouldGiveNumbersOfADayWithNearlyAllOfItsFilesOnly() {
    for (int i = 0; i < RollUp.FEWEST_FILES - 1; i++) {
      add(file(i, report("20191021", "a.org")));
    }
    assertThat(rollUp.across(stamp(90), stamp(96).knownAt())).hasSize(1);

    RollUp enough = new RollUp(List.of(USA_IRN));
    for (int i = 0; i < RollUp.FEWEST_FILES; i++) {
      enough.add(file(i, report("20191021", "a.org")).read(USA_IRN));
    }

    assertThat(enough.across(stamp(91), stamp(96).knownAt()))
        .filteredOn(one -> !one.isEvent())
        .extracting(one -> one.series() + " " + one.value())
        .containsExactly(
            "dyads/usa-irn/articles 3.0",
            "dyads/usa-irn/cooperation 1.0",
            "dyads/usa-irn/events 1.0",
            "dyads/usa-irn/first-cooperation 1.0",
            "dyads/usa-irn/first-events 1.0",
            "dyads/usa-irn/talk 1.0",
            "dyads/usa-irn/tone -2.5");
  }

  @Test
  void shouldGiveNoToneOfADayWithoutEvents() {
    for (int i = 0; i < 96; i++) {
      add(file(i));
    }

    assertThat(rollUp.across(stamp(95), stamp(96).knownAt()))
        .filteredOn(one -> !one.isEvent())
        .extracting(Observation::series)
        .contains("dyads/usa-irn/events")
        .doesNotContain("dyads/usa-irn/tone");
  }

  /** After a restart files of the last days come late and in any order. */
  @Test
  void shouldNotDependOnTheOrderOfFilesNorOnFilesThatComeTwice() {
    Random random = new Random(2);
    List<RawFile> files = new ArrayList<>();
    for (int i = 0; i < 192; i++) {
      files.add(
          file(
              i,
              report("20191021", "d" + random.nextInt(9) + ".org"),
              report(i < 96 ? "20191021" : "20191022", "d" + random.nextInt(9) + ".org")
                  .code("190", "19", "4", "-" + random.nextInt(90) / 10.0)));
    }
    files.forEach(this::add);
    List<Observation> told = rollUp.across(stamp(191), stamp(192).knownAt());

    RollUp other = new RollUp(List.of(USA_IRN));
    files.addAll(files.subList(0, 20));
    Collections.shuffle(files, random);
    files.forEach(file -> other.add(file.read(USA_IRN)));

    assertThat(told).isNotEmpty();
    assertThat(other.across(stamp(191), stamp(192).knownAt())).isEqualTo(told);
  }

  @Test
  void shouldLeaveAFileOutThatItCannotHoldAndSayHowManyItHas() {
    RollUp small = new RollUp(List.of(USA_IRN), 3);
    small.add(file(0, report("20191021", "a.org"), report("20191021", "b.org")).read(USA_IRN));
    small.add(file(1, report("20191021", "c.org"), report("20191021", "d.org")).read(USA_IRN));
    small.add(file(2, report("20191021", "e.org")).read(USA_IRN));

    Observation day = day(small.across(stamp(2), stamp(96).knownAt()), "2019-10-21");

    assertThat(day.attributes()).containsEntry("domains", "3").containsEntry("files", "2");
    assertThat(small.hasRead(stamp(1))).isTrue();
  }

  /** What many days hold in memory is what two of them hold. */
  @Test
  void shouldForgetTheDaysBefore() {
    Map<Integer, Integer> sizes = new TreeMap<>();
    for (int day = 0; day < 20; day++) {
      FileStamp stamp = stamp(96 * day);
      List<GdeltLines> reports = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        reports.add(report(stamp.text().substring(0, 8), "d" + day + "-" + i + ".org"));
      }
      add(file(96 * day, reports.toArray(GdeltLines[]::new)));
      if (day > 0) {
        rollUp.across(stamp(96 * (day - 1)), stamp.knownAt());
      }
      sizes.merge(rollUp.reports(), 1, Integer::sum);
    }

    assertThat(sizes).containsOnlyKeys(100, 200);
  }

  @Test
  void shouldKnowADayNotBeforeALateFileThatIsInIt() {
    Instant late = stamp(97).knownAt().plusSeconds(60);
    rollUp.add(file(95, report("20191021", "a.org")).read(USA_IRN).known(late));

    assertThat(day(rollUp.across(stamp(95), stamp(96).knownAt()), "2019-10-21").knownAt())
        .contains(late);
  }

  private void add(RawFile file) {
    rollUp.add(file.read(USA_IRN));
  }

  private static GdeltLines report(String day, String domain) {
    return GdeltLines.report().day(day).source("https://" + domain + "/x");
  }

  private static RawFile file(int number, GdeltLines... reports) {
    return RawFile.of(stamp(number).text(), reports);
  }

  /** Of the n-th file since the Monday. */
  private static FileStamp stamp(int number) {
    return FileStamp.of(MONDAY.time().plus(Duration.ofMinutes(15).multipliedBy(number)));
  }

  private static Observation day(List<Observation> told, String day) {
    return told.stream()
        .filter(one -> one.series().equals("events/usa-irn/gdelt-day"))
        .filter(one -> one.key().equals(day))
        .findFirst()
        .orElseThrow();
  }
}
