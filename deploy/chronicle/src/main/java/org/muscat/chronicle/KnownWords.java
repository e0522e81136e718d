package org.muscat.chronicle;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Words that an option may have.
 *
 * @param option for messages, such as {@code --type}
 */
record KnownWords(String option, List<String> words) {

  /** A slip of the hand changes at most one letter of so many. */
  private static final int LETTERS = 3;

  /** What is wrong with words that somebody gave; empty if all of them are known. */
  Optional<String> problem(Collection<String> given) {
    return given.stream().filter(word -> !words.contains(word)).findFirst().map(this::unknown);
  }

  private String unknown(String word) {
    String meant =
        words.stream()
            .filter(known -> distance(word, known) <= Math.max(1, word.length() / LETTERS))
            .min(Comparator.comparingInt(known -> distance(word, known)))
            .map(near -> ", did you mean '" + near + "'?")
            .orElse(".");
    return option + " '" + word + "' is not known" + meant + " There are: " + list();
  }

  private String list() {
    return String.join(", ", words);
  }

  /** Insertions, deletions and replacements of one character. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
