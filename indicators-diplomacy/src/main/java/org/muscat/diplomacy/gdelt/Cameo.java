package org.muscat.diplomacy.gdelt;

import java.util.List;
import java.util.regex.Pattern;

/** The root codes of CAMEO, "01" to "20", and the four classes that they fall into. */
final class Cameo {

  /** Roots of talk: express intent to cooperate, consult, diplomatic and material cooperation. */
  static final List<String> TALK = List.of("03", "04", "05", "06");

  /** Roots of threat: threaten, posture, coerce, assault, fight, mass violence. */
  static final List<String> THREAT = List.of("13", "15", "17", "18", "19", "20");

  /** Roots of cooperation, in words and deeds. */
  static final List<String> COOPERATION =
      List.of("01", "02", "03", "04", "05", "06", "07", "08", "09");

  private static final Pattern ROOT = Pattern.compile("0[1-9]|1[0-9]|20");

  private Cameo() {}

  static boolean isRoot(String code) {
    return ROOT.matcher(code).matches();
  }

  /** 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. */
  static int quadClass(String root) {
    int number = Integer.parseInt(root);
    if (number <= 5) {
      return 1;
    }
    if (number <= 9) {
      return 2;
    }
    return number <= 14 ? 3 : 4;
  }
}
