package org.muscat.diplomacy.sanctions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.Observation;

class SdnChangesTest {

  private static final Programmes IRAN = new Programmes(List.of("IRAN*", "IFSR"));
  private static final SdnChanges CHANGES = new SdnChanges("gulf", 1);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldTellChangesThatLeadFromEachListToTheNext(long seed) throws Exception {
    Random random = new Random(seed);
    SdnLists lists = SdnLists.of("2025-01-01");
    SdnList list = read(lists);
    SortedSet<Long> replayed = new TreeSet<>(list.watched().keySet());
    for (int day = 1; day < 20; day++) {
      LocalDate published = LocalDate.of(2025, 1, 1).plusDays(day);
      Seen before = new Seen(IRAN.toString(), published, published, "", false, 0, list.watched());
      lists = random(random, lists, day * 100).on(published.toString());
      list = read(lists);

      for (Observation change : CHANGES.since(parsed(before), list, published)) {
        replay(change, replayed);
      }

      assertThat(replayed).isEqualTo(list.watched().keySet());
    }
  }

  @Test
  void shouldTellEachChangeBetweenListsOfOneDay() throws Exception {
    SdnLists without = SdnLists.of("2025-01-02");
    SdnLists with = without.entity(7010, "FRONT", "IRAN");
    List<Observation> told = new ArrayList<>();
    Seen before = seen("2025-01-01", read(without));
    for (SdnList list : List.of(read(with), read(without), read(with))) {
      told.addAll(CHANGES.since(before, list, LocalDate.of(2025, 1, 2)));
      before = seen("2025-01-02", list);
    }

    assertThat(told)
        .extracting(Observation::type)
        .containsExactly("designation", "delisting", "designation");
    assertThat(told).extracting(Observation::key).doesNotHaveDuplicates();
    assertThat(told.get(0).key()).isEqualTo("2025-01-02/7010");
    assertThat(told).allSatisfy(one -> assertThat(one.key()).startsWith("2025-01-02/7010"));
  }

  @Test
  void shouldGiveAChangeTheSameKeyAgain() throws Exception {
    SdnLists lists = SdnLists.of("2025-01-02");
    Seen before = seen("2025-01-02", read(lists));
    SdnList list = read(lists.entity(7010, "FRONT", "IRAN"));

    List<Observation> once = CHANGES.since(before, list, LocalDate.of(2025, 1, 2));

    assertThat(CHANGES.since(parsed(before), list, LocalDate.of(2025, 1, 2))).isEqualTo(once);
  }

  private static Seen seen(String day, SdnList list) {
    LocalDate published = LocalDate.parse(day);
    return new Seen(IRAN.toString(), published, published, "", false, 0, list.watched());
  }

  /** Some entries more, and some of those of earlier days fewer. */
  private static SdnLists random(Random random, SdnLists lists, int first) {
    SdnLists next = lists;
    for (int i = 0; i < random.nextInt(6); i++) {
      int uid = first + i;
      next =
          random.nextBoolean()
              ? next.entity(uid, "NAME " + uid, "IRAN")
              : next.vessel(uid, "SHIP " + uid, Integer.toString(9_000_000 + uid));
    }
    for (int i = 0; i < random.nextInt(4); i++) {
      next = next.without(random.nextInt(first / 100) * 100L + random.nextInt(6));
    }
    return next;
  }

  private static void replay(Observation change, SortedSet<Long> entries) {
    long uid = Long.parseLong(change.key().split("/", -1)[1]);
    boolean isNews =
        change.type().equals(OfacSeries.DELISTING) ? entries.remove(uid) : entries.add(uid);
    assertThat(isNews).as("%s of %d", change.type(), uid).isTrue();
  }

  /** As the next fetch gets it. */
  private static Seen parsed(Seen seen) throws Exception {
    return Seen.parse(Optional.of(seen.toString())).orElseThrow();
  }

  private static SdnList read(SdnLists lists) throws Exception {
    return SdnListReader.read("list", lists.xml().getBytes(StandardCharsets.UTF_8), IRAN);
  }
}
