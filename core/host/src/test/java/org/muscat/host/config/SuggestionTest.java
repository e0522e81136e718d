package org.muscat.host.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

  @ParameterizedTest
  @CsvSource({"kitten, sitting, 3", "'', abc, 3", "abc, '', 3", "abc, abc, 0", "ab, ba, 2"})
  void shouldCountEdits(String a, String b, int edits) {
    assertThat(Suggestion.distance(a, b)).isEqualTo(edits);
  }

  @Test
  void shouldMeasureADistance() {
    Random random = new Random(7);

    for (int i = 0; i < 500; i++) {
      String a = word(random);
      String b = word(random);
      String c = word(random);

      int ab = Suggestion.distance(a, b);
      assertThat(ab).isEqualTo(Suggestion.distance(b, a));
      assertThat(ab == 0).isEqualTo(a.equals(b));
      assertThat(ab).isLessThanOrEqualTo(Suggestion.distance(a, c) + Suggestion.distance(c, b));
    }
  }

  @Test
  void shouldSuggestTheNearestWord() {
    List<String> known = List.of("transit-shortfall", "tension", "oil-fear");

    assertThat(Suggestion.of("transit-shortfal", known))
        .isEqualTo(", did you mean 'transit-shortfall'?");
  }

  @Test
  void shouldListTheKnownWordsWhenNoneIsNear() {
    assertThat(Suggestion.of("weight", List.of("window", "anchor")))
        .isEqualTo("; known are: anchor, window");
  }

  private static String word(Random random) {
    return random
        .ints(random.nextInt(5), 'a', 'd')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
