package org.muscat.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.muscat.maritime.geo.Strait;

/**
 * Daily transits of all straits, made of the recorded four by a fixed seed: those four as they are;
 * each of the others one of them, scaled, with the weeks of every eight shuffled, so that no two
 * are alike while trends and crises stay.
 */
final class GeneratedTransits {

  /**
   * One day.
   *
   * @param capacity of all ships, in tons
   */
  record Day(LocalDate date, long calls, long tankers, long cargo, long capacity) {

    /** The file has the capacity of all ships; tankers get their share of the calls. */
    long tankerCapacity() {
      return calls == 0 ? 0 : capacity * tankers / calls;
    }

    private Day scaled(LocalDate day, double by) {
      return new Day(
          day,
          Math.round(by * calls),
          Math.round(by * tankers),
          Math.round(by * cargo),
          Math.round(by * capacity));
    }
  }

  private static final List<Strait> RECORDED =
      List.of(Strait.HORMUZ, Strait.BAB_EL_MANDEB, Strait.SUEZ, Strait.MALACCA);
  private static final LocalDate LAST = LocalDate.of(2025, 6, 30);
  private static final int WEEK = 7;
  private static final int SHUFFLED_WEEKS = 8;
  private static final long SEED = 28;

  private GeneratedTransits() {}

  /**
   * All straits.
   *
   * @param file of the recorded four
   */
  static Map<Strait, List<Day>> of(Path file) throws IOException {
    Random random = new Random(SEED);
    Map<Strait, List<Day>> recorded = recorded(file);
    Map<Strait, List<Day>> all = new EnumMap<>(Strait.class);
    int turn = 0;
    for (Strait strait : Strait.values()) {
      List<Day> base = Objects.requireNonNull(recorded.get(RECORDED.get(turn)));
      turn = (turn + 1) % RECORDED.size();
      double scale = 0.3 + 1.7 * random.nextDouble();
      all.put(strait, recorded.getOrDefault(strait, made(base, scale, random)));
    }
    return all;
  }

  private static Map<Strait, List<Day>> recorded(Path file) throws IOException {
    Map<Strait, List<Day>> recorded = new EnumMap<>(Strait.class);
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      LocalDate date = LocalDate.parse(cells[0]);
      Strait strait = Strait.of(cells[1].replace('_', '-')).orElseThrow();
      if (!date.isAfter(LAST)) {
        recorded.computeIfAbsent(strait, none -> new ArrayList<>()).add(day(date, cells));
      }
    }
    if (!recorded.keySet().containsAll(RECORDED)) {
      throw new IllegalArgumentException(
          file + " has " + recorded.keySet() + "; " + RECORDED + " are needed");
    }
    return recorded;
  }

  private static Day day(LocalDate date, String... cells) {
    return new Day(
        date,
        Long.parseLong(cells[2]),
        Long.parseLong(cells[3]),
        Long.parseLong(cells[4]),
        Long.parseLong(cells[5]));
  }

  private static List<Day> made(List<Day> base, double scale, Random random) {
    List<Integer> order = shuffledWeeks(base.size(), random);
    List<Day> made = new ArrayList<>();
    for (int i = 0; i < base.size(); i++) {
      made.add(base.get(order.get(i)).scaled(base.get(i).date(), scale));
    }
    return List.copyOf(made);
  }

  /** Where each day comes from: weeks change places within their eight. */
  private static List<Integer> shuffledWeeks(int days, Random random) {
    List<Integer> order = new ArrayList<>();
    for (int from = 0; from < days; from += WEEK * SHUFFLED_WEEKS) {
      List<List<Integer>> weeks = new ArrayList<>();
      int end = Math.min(days, from + WEEK * SHUFFLED_WEEKS);
      for (int week = from; week < end; week += WEEK) {
        List<Integer> one = new ArrayList<>();
        for (int day = week; day < Math.min(end, week + WEEK); day++) {
          one.add(day);
        }
        weeks.add(one);
      }
      Collections.shuffle(weeks, random);
      weeks.forEach(order::addAll);
    }
    return order;
  }
}
