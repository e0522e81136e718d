package org.muscat.maritime.geo;

import static org.muscat.maritime.geo.RefusedException.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muscat.maritime.geo.RefusedException.Reason;

/**
 * Positions as mariners write them: {@code 28-38.47N 080-37.31W}, {@code 18-03-52N 073-34-31W},
 * {@code 05:31.17S - 105:18.15E}, {@code 12°33'00"N 43°31'00"E}, {@code 12 33.5 N 043 31 E} and
 * {@code 12.55N 43.52E}. A number without a letter is no position in a text; in a cell of its own
 * it is a decimal degree.
 */
public final class Coordinates {

  private static final String WHOLE = "(\\d{1,3})";
  private static final String PART = "(\\d{1,3}(?:\\.\\d{1,12})?)";

  /** Degrees, minutes and perhaps seconds in one of four spellings, or decimal degrees. */
  private static final String ANGLE =
      "(?:"
          + (WHOLE + "-" + PART + "(?:-" + PART + ")?\\s?")
          + ("|" + WHOLE + ":" + PART + "(?::" + PART + ")?\\s?")
          + ("|" + WHOLE + "[°º]\\s?" + PART + "['′’]\\s?(?:" + PART + "[\"″”]\\s?)?")
          + ("|" + WHOLE + " " + PART + "()\\s?")
          + "|(\\d{1,3}\\.\\d{1,15})[°º]?\\s?)";

  private static final String BEGINNING = "(?<![\\d.:°-])";
  private static final Pattern PAIR =
      Pattern.compile(
          BEGINNING + ANGLE + "([NS])[\\s,;/–—-]{0,6}" + ANGLE + "([EW])(?![A-Za-z0-9])");
  private static final Pattern ONE = Pattern.compile(ANGLE + "([NSEW])");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d{1,15})?");
  private static final int SPELLINGS = 4;
  private static final int GROUPS = 3 * SPELLINGS + 2;

  private Coordinates() {}

  /**
   * What a text holds that is written like a position.
   *
   * @param positions those that can be read, in the order of the text
   * @param refused why the others are none, such as {@code 12-75N 043-31E}
   */
  public record Found(List<Position> positions, List<RefusedException> refused) {

    public Found {
      positions = List.copyOf(positions);
      refused = List.copyOf(refused);
    }
  }

  /** All positions of a text. */
  public static Found allOf(String text) {
    List<Position> positions = new ArrayList<>();
    List<RefusedException> refused = new ArrayList<>();
    Matcher pair = PAIR.matcher(text);
    while (pair.find()) {
      try {
        positions.add(position(pair));
      } catch (RefusedException e) {
        refused.add(e);
      }
    }
    return new Found(positions, refused);
  }

  /**
   * The first position of a text.
   *
   * @throws RefusedException if there is none, or the first is written like one and is none
   */
  public static Position firstOf(String text) {
    Matcher pair = PAIR.matcher(text);
    if (!pair.find()) {
      throw new RefusedException(
          Reason.NO_POSITION, quoted(text) + " holds no position such as 12-33N 043-31E");
    }
    return position(pair);
  }

  private static Position position(Matcher pair) {
    return new Position(
        angle(pair, 0, 90, Reason.LATITUDE), angle(pair, GROUPS, 180, Reason.LONGITUDE));
  }

  /**
   * The position of two cells, each decimal degrees or an angle with its letter.
   *
   * @throws RefusedException if one is empty or none
   */
  public static Position of(String latitude, String longitude) {
    return new Position(
        cell(latitude, 90, Reason.LATITUDE, "NS"), cell(longitude, 180, Reason.LONGITUDE, "EW"));
  }

  private static double cell(String text, int most, Reason reason, String letters) {
    if (text.isEmpty()) {
      throw new RefusedException(Reason.NO_POSITION, reason.word() + " is empty");
    }
    if (DECIMAL.matcher(text).matches()) {
      return bounded(Double.parseDouble(text), most, reason, text);
    }
    Matcher one = ONE.matcher(text);
    if (!one.matches() || letters.indexOf(text.charAt(text.length() - 1)) < 0) {
      throw new RefusedException(
          reason,
          quoted(text) + " is neither decimal degrees nor such as 12-33.5" + letters.charAt(0));
    }
    return angle(one, 0, most, reason);
  }

  private static double angle(Matcher matcher, int offset, int most, Reason reason) {
    String text = matcher.group();
    String decimal = matcher.group(offset + GROUPS - 1);
    double degrees = decimal == null ? sexagesimal(matcher, offset) : Double.parseDouble(decimal);
    bounded(degrees, most, reason, text);
    String letter = matcher.group(offset + GROUPS);
    // 0 - degrees, not -degrees: there is no negative zero on the Earth.
    return "S".equals(letter) || "W".equals(letter) ? 0 - degrees : degrees;
  }

  private static double sexagesimal(Matcher matcher, int offset) {
    for (int spelling = 0; spelling < SPELLINGS; spelling++) {
      int first = offset + 3 * spelling + 1;
      if (matcher.group(first) != null) {
        double minutes = sixtieth(matcher.group(first + 1), Reason.MINUTES, matcher.group());
        double seconds = sixtieth(matcher.group(first + 2), Reason.SECONDS, matcher.group());
        if (seconds > 0 && minutes != Math.rint(minutes)) {
          throw new RefusedException(
              Reason.MINUTES,
              quoted(matcher.group()) + " has both a fraction of minutes and seconds");
        }
        return Double.parseDouble(matcher.group(first)) + (minutes + seconds / 60) / 60;
      }
    }
    throw new IllegalStateException("an angle in no spelling: " + matcher.group());
  }

  private static double sixtieth(@Nullable String digits, Reason reason, String text) {
    double value = digits == null || digits.isEmpty() ? 0 : Double.parseDouble(digits);
    if (value >= 60) {
      throw new RefusedException(
          reason, digits + " of " + quoted(text) + " is not below 60 " + reason.word());
    }
    return value;
  }

  private static double bounded(double degrees, int most, Reason reason, String text) {
    if (Math.abs(degrees) > most) {
      throw new RefusedException(reason, quoted(text) + " is beyond " + most + " degrees");
    }
    return degrees;
  }
}
