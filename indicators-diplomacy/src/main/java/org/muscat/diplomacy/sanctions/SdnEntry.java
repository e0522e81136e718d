package org.muscat.diplomacy.sanctions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of the list.
 *
 * @param uid the number that OFAC gave it
 * @param name on one line, cut to {@value #LONGEST_NAME} characters
 * @param kind individual, entity, vessel or aircraft
 * @param programmes under which it is listed, at least one
 * @param imo the IMO number of a vessel; empty if none is told
 */
record SdnEntry(long uid, String name, String kind, List<String> programmes, String imo) {

  static final String VESSEL = "vessel";

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_UID = 9;
  private static final Pattern IMO = Pattern.compile("\\bIMO\\s*(\\d{7})\\b");
  private static final Pattern DIGITS = Pattern.compile("\\d{1," + LONGEST_UID + "}");

  SdnEntry {
    programmes = List.copyOf(programmes);
  }

  /**
   * An entry as it is written in a list.
   *
   * @param where texts that may hold an IMO number
   * @throws IllegalArgumentException if the number, name or programmes cannot be read
   */
  static SdnEntry read(
      String uid, String name, String kind, List<String> programmes, List<String> where) {
    if (!DIGITS.matcher(uid).matches()) {
      throw new IllegalArgumentException("the number of an entry is '" + uid + "', no number");
    }
    String line = oneLine(name);
    if (line.isEmpty()) {
      throw new IllegalArgumentException("entry " + uid + " has no name");
    }
    if (programmes.isEmpty()) {
      throw new IllegalArgumentException("entry " + uid + " has no programme");
    }
    return new SdnEntry(
        Long.parseLong(uid),
        line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) : line,
        kind.isBlank() ? "entity" : oneLine(kind).toLowerCase(Locale.ROOT),
        programmes.stream().map(SdnEntry::oneLine).sorted().distinct().toList(),
        where.stream().map(SdnEntry::imo).flatMap(Optional::stream).findFirst().orElse(""));
  }

  boolean isVessel() {
    return kind.equals(VESSEL);
  }

  /** What stays when an entry gets another number: its IMO number, else its name and kind. */
  String identity() {
    return imo.isEmpty() ? kind + " " + name.toUpperCase(Locale.ROOT) : "IMO " + imo;
  }

  private static Optional<String> imo(String text) {
    Matcher matcher = IMO.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }
}
