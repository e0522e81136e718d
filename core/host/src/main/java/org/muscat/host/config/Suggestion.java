package org.muscat.host.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What a mistyped word may have meant. */
public final class Suggestion {

  private Suggestion() {}

  /** The end of a message: the nearest known word, or all of them if none is near. */
  public static String of(String word, Collection<String> known) {
    Optional<String> nearest = nearest(word, known);
    if (nearest.isPresent()) {
      return ", did you mean '" + nearest.get() + "'?";
    }
    return known.isEmpty()
        ? "; none is known here"
        : "; known are: " + String.join(", ", known.stream().sorted().toList());
  }

  /** The known word with the smallest distance, if that is at most a third of the word. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    int limit = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= limit)
        .min(
            Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein distance: insertions, deletions and replacements of one character. */
  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
