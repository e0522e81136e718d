package org.muscat.maritime.incidents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What happened to a ship, told from the words of a report; the first type in this order whose
 * words stand in the text. A list of words errs: it reads "fears of a hijacking" as a seizure.
 *
 * <p>A hit is by a missile, mine, drone, torpedo, projectile or rocket; a rocket-propelled grenade
 * is a weapon of boarders, and one that hits is an attack. A ship "which had been hit" is not the
 * one of the report.
 */
enum IncidentType {
  HIT(2, hit()),
  SEIZURE(1.5, "hijack\\w*|seiz\\w+|commandeer\\w*|captured (?:the|by|and)"),
  BOARDING(
      1.5, "boarded|boarding|on board the (?:ship|vessel)|robbed|robbery|stole|stolen|thieves"),
  ATTACK(
      1,
      "attack(?:ed|s)?|fired (?:up)?on|fired (?:at|upon|shots)|opened fire|under fire|gunfire"
          + "|shot at|explosions?|missiles?|drones?"),
  SUSPICIOUS_APPROACH(.3, "suspicious\\w*|approach(?:ed|es|ing)?|chas(?:ed|ing)|followed|shadowed"),
  OTHER(0, "(?!)");

  private static String hit() {
    String weapon =
        "(?:missiles?|mines?|drones?|uavs?|uas|usvs?|unmanned \\w+|uncrewed \\w+|torpedo(?:es)?|exocets?"
            + "|projectiles?|(?<!rpg )rockets?(?![ -](?:propelled|flare|launcher|grenade)))";
    String other = "(?<!\\bnot )(?<!nearly )(?<!almost )(?<!which had been )(?<!that had been )";
    return (other + "\\b(?:struck|hit|damaged?|sunk|impacted) by [^.;]{0,40}?\\b" + weapon)
        + ("|" + weapon + "(?: has| have)? (?:hit|struck|impacted)")
        + "|(?:struck|hit) (?:a|an) (?:\\w+ )?mine"
        + "|torpedoed";
  }

  private final double weight;
  private final Pattern words;

  IncidentType(double weight, String words) {
    this.weight = weight;
    this.words = Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  /** The type of a text. */
  static IncidentType in(String text) {
    String line = text.replaceAll("\\s+", " ");
    return Arrays.stream(values())
        .filter(type -> type.words.matcher(line).find())
        .findFirst()
        .orElse(OTHER);
  }

  /** The type of a word, such as {@code suspicious-approach}. */
  static Optional<IncidentType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The weight w of M4 (method, section 4). */
  double weight() {
    return weight;
  }
}
