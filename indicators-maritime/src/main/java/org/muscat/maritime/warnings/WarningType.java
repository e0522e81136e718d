package org.muscat.maritime.warnings;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a warning is about, told from its words; the first type in this order that fits. */
enum WarningType {
  /** Lists of warnings are about nothing of their own, whatever they name. */
  LIST("WARNINGS IN FORCE|INFORCE WARNINGS"),
  CLOSURE(
      "STRAIT (?:OF \\w+ )?(?:IS )?CLOSED|CLOSURE OF (?:THE )?STRAIT"
          + "|CLOSED (?:TO|FOR) (?:ALL )?(?:SHIPPING|NAVIGATION|MARITIME TRAFFIC|VESSELS|TRAFFIC)"),
  MINES("MINES?(?: ADRIFT| DANGER| THREAT|FIELDS?)?|MINED AREAS?|DRIFTING MINES?"),
  ATTACK(
      "ATTACK(?:ED|S)?|PIRA(?:CY|TES?)|ARMED ROBBERY|HIJACK\\w*|BOARDED|FIRED UPON|HOSTILIT\\w+"
          + "|MILITARY CONFLICT|WAR RISK"),
  ROCKET_LAUNCHING("ROCKET LAUNCH\\w*|SPACE DEBRIS|SPACE VEHICLE"),
  MISSILE_OR_GUNNERY("MISSILES?|GUNNERY|FIRING|LIVE FIRE|NAVAL EXERCISES?|BOMBING"),
  GNSS_INTERFERENCE(
      "(?:GPS|GNSS|AIS)(?: \\w+)? (?:INTERFERENCE|JAMMING|SPOOFING|DISRUPTIONS?|TESTING)"
          + "|(?:INTERFERENCE|JAMMING)[^.]{0,40} (?:GPS|GNSS|AIS)"),
  AID_TO_NAVIGATION("LIGHT(?:S|SHIP|HOUSE)?|BUOYS?|BEACONS?|RACON|UNLIT|DGPS"),
  OTHER("(?!)");

  private final Pattern words;

  WarningType(String words) {
    this.words = Pattern.compile("\\b(?:" + words + ")\\b");
  }

  static WarningType in(String text) {
    String line = text.replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(type -> type.words.matcher(line).find())
        .findFirst()
        .map(type -> type == LIST ? OTHER : type)
        .orElse(OTHER);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
