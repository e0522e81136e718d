package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  private static final String ALPHABET = "ab\\\n\r\t\0nu0 =é中\ud83d\ude00\u2028";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldGiveEveryTextBack(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String text = text(random);

      String encoded = Text.encode(text);

      assertThat(Text.decode(encoded)).isEqualTo(text);
      assertThat(encoded).doesNotContain("\0", "\n", "\t");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldGiveAllAttributesBack(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      Map<String, String> attributes = new TreeMap<>();
      for (int n = random.nextInt(4); n > 0; n--) {
        attributes.put(text(random), text(random));
      }

      assertThat(Text.decodeAttributes(Text.encode(attributes))).isEqualTo(attributes);
    }
  }

  @Test
  void shouldWriteAttributesByName() {
    Map<String, String> attributes = Map.of("place", "Muscat", "actor", "OMN");

    assertThat(Text.encode(attributes)).isEqualTo("actor\tOMN\nplace\tMuscat\n");
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(8); n > 0; n--) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
