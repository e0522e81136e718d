package org.muscat.diplomacy.chronicle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muscat.spi.Event;

/** How far a dialogue event is believed: credibility of its mediator times reliability. */
final class Credibility {

  private static final Pattern ENTRY = Pattern.compile("([A-Z]{3,12})=(0|0?\\.\\d+|1|1\\.0*)");

  private static final double UNVERIFIED = .5;

  private final Map<String, Double> byMediator;

  private Credibility(Map<String, Double> byMediator) {
    this.byMediator = byMediator;
  }

  /**
   * Reads entries such as {@code OMN=0.9}.
   *
   * @throws IllegalArgumentException if one is malformed or names a mediator again
   */
  static Credibility of(List<String> entries) {
    Map<String, Double> byMediator = new HashMap<>();
    for (String entry : entries) {
      Matcher matcher = ENTRY.matcher(entry);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "'" + entry + "' is not a code and a number from 0 to 1, such as OMN=0.9");
      }
      if (byMediator.put(matcher.group(1), Double.valueOf(matcher.group(2))) != null) {
        throw new IllegalArgumentException("'" + entry + "' names its mediator a second time");
      }
    }
    return new Credibility(Map.copyOf(byMediator));
  }

  /** In [0,1]. */
  double of(Event event) {
    String mediator = event.attributes().getOrDefault("mediator", "");
    return byMediator.getOrDefault(mediator, 1.0) * reliability(event);
  }

  /** How far any event is believed: in full, or by half if nobody verified it, which is C. */
  static double verification(Event event) {
    boolean doubtful = "C".equals(event.attributes().get("confidence"));
    boolean verified = "true".equals(event.attributes().get("verified"));
    return verified && !doubtful ? 1 : UNVERIFIED;
  }

  /** A 1, B .8, C or unverified .5 [choice]. */
  private static double reliability(Event event) {
    if (verification(event) < 1) {
      return UNVERIFIED;
    }
    return switch (event.attributes().getOrDefault("confidence", "C")) {
      case "A" -> 1;
      case "B" -> .8;
      default -> UNVERIFIED;
    };
  }
}
