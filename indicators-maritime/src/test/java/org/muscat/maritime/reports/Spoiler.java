package org.muscat.maritime.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoils texts at random, the same way for the same seed. */
public final class Spoiler {

  private static final String ALPHABET =
      "0123456789NSEWZ-+:.,;/°'\"\\ TOAPRx\n\t\0\u00a0\u2013\u2028\u0663\ud83d[]{}";

  private final Random random;

  /** A spoiler of a seed. */
  public Spoiler(long seed) {
    this.random = new Random(seed);
  }

  /** A number from 0 on, below a bound. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** One of a list. */
  public <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** A stretch of a text of at most some characters. */
  public String stretch(String text, int length) {
    int from = random.nextInt(Math.max(1, text.length() - length + 1));
    return text.substring(from, Math.min(text.length(), from + length));
  }

  /** The text with one to four characters replaced, put in or taken out. */
  public String spoil(String text) {
    StringBuilder spoilt = new StringBuilder(text);
    for (int edits = random.nextInt(4); edits >= 0; edits--) {
      int at = random.nextInt(spoilt.length() + 1);
      int way = random.nextInt(3);
      if (way > 0 && at < spoilt.length()) {
        spoilt.deleteCharAt(at);
      }
      if (way < 2) {
        spoilt.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
    }
    return spoilt.toString();
  }

  /** The cells with one of them spoilt, and now and then one too few or empty. */
  public List<String> spoil(List<String> cells) {
    List<String> spoilt = new ArrayList<>(cells);
    int at = random.nextInt(spoilt.size());
    int way = random.nextInt(50);
    if (way == 0) {
      spoilt.remove(at);
    } else {
      spoilt.set(at, way == 1 ? "" : spoil(spoilt.get(at)));
    }
    return spoilt;
  }
}
