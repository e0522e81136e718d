package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Observation;

/**
 * A file with 100 times the rows of a normal one. What it may change is bounded by what is left of
 * the flood when reports of the same actors, root code and day count once: with k unique events
 * more, a share {@code (n_c + 20 pi)/(n + 20)} moves by at most {@code k/(n + k + 20)}.
 */
class FloodTest {

  private static final int NORMAL = 2_400;
  private static final int TIMES = 100;
  private static final Dyad USA_IRN = new Dyad("USA", "IRN");
  private static final double PRIOR = 20 * .6;

  private final Random random = new Random(15);
  private final List<String> normal = normal();

  @Test
  void shouldChangeNoBitWhenTheSameRowsComeAHundredTimes() {
    List<String> flood = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      flood.addAll(normal);
    }

    assertThat(day(flood).attributes()).isEqualTo(day(normal).attributes());
  }

  /** One story in two hundred thousand rows of ever new addresses, all of the same few papers. */
  @Test
  void shouldCountOneStoryOnce() {
    Observation before = day(normal);

    Observation after =
        day(
            flooded(
                GdeltLines.report().actors("IRNMIL", "USAMIL").code("190", "19", "4", "-10.0"), 5));

    assertThat(after.value()).isEqualTo(before.value() + 1);
    assertThat(Math.abs(share(after) - share(before))).isLessThanOrEqualTo(bound(before, 1));
    assertThat(share(after)).isLessThan(share(before));
  }

  /** The weight of the story is that of its papers, ln(1 + domains), not of its rows. */
  @Test
  void shouldWeighOneStoryByItsPapersOnly() {
    Observation before = day(normal);
    GdeltLines story =
        GdeltLines.report().actors("IRNMIL", "USAMIL").code("190", "19", "4", "-10.0");

    for (int papers : List.of(1, 50, 5_000)) {
      Observation after = day(flooded(story, papers));

      double added = Math.log1p(papers);
      assertThat(number(after, "weight") - number(before, "weight"))
          .isBetween(added - 1e-9, added + 1e-9);
      double most = 20 * added / (number(before, "weight") + added);
      assertThat(Math.abs(tension(after) - tension(before))).isLessThanOrEqualTo(most + 1e-9);
    }
  }

  /** Forty stories are forty events, and move a share by what forty events may. */
  @Test
  void shouldMoveASharesByItsUniqueEventsOnly() {
    Observation before = day(normal);
    List<String> flood = new ArrayList<>(normal);
    for (int i = 0; i < NORMAL * TIMES; i++) {
      flood.add(
          GdeltLines.report()
              .actors("USA" + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmn".charAt(i % 40), "IRN")
              .code("190", "19", "4", "-10.0")
              .source("http://paper" + i % 7 + ".org/" + i)
              .line());
    }

    Observation after = day(flood);

    assertThat(after.value()).isEqualTo(before.value() + 40);
    assertThat(Math.abs(share(after) - share(before))).isLessThanOrEqualTo(bound(before, 40));
  }

  private static double bound(Observation before, int unique) {
    return unique / (before.value() + unique + 20);
  }

  private List<String> flooded(GdeltLines story, int papers) {
    Stream<String> rows =
        Stream.iterate(0, i -> i + 1)
            .limit((long) NORMAL * TIMES)
            .map(i -> story.source("http://paper" + i % papers + ".org/" + i).line());
    return Stream.concat(normal.stream(), rows).toList();
  }

  /** Rows of which one in a hundred is about the dyad. */
  private List<String> normal() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < NORMAL; i++) {
      String[] pair = i % 100 == 0 ? new String[] {"USA", "IRN"} : new String[] {"CHN", "JPN"};
      String[][] codes = {{"040", "04", "1", "1.0"}, {"112", "11", "3", "-2.0"}};
      String[] code = codes[random.nextInt(2)];
      rows.add(
          GdeltLines.report()
              .actors(pair[0] + "abcdef".charAt(random.nextInt(6)), pair[1])
              .code(code[0], code[1], code[2], code[3])
              .source("http://s" + random.nextInt(30) + ".org/" + i)
              .line());
    }
    return rows;
  }

  private static double share(Observation day) {
    double cooperative = 0;
    for (Map.Entry<String, String> entry : day.attributes().entrySet()) {
      if (entry.getKey().matches("root-0[1-9]")) {
        cooperative += Double.parseDouble(entry.getValue());
      }
    }
    return (cooperative + PRIOR) / (day.value() + 20);
  }

  private static double tension(Observation day) {
    return -number(day, "goldstein-weighted") / number(day, "weight");
  }

  private static double number(Observation day, String attribute) {
    return Double.parseDouble(day.attributes().getOrDefault(attribute, "none"));
  }

  private static Observation day(List<String> lines) {
    GdeltFile file = new RawFile("20191024143000", lines).read(USA_IRN);
    assertThat(file.rejections()).isEmpty();
    assertThat(file.observations()).hasSize(1);
    return file.observations().get(0);
  }
}
