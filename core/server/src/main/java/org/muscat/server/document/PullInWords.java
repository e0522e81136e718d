package org.muscat.server.document;

import static org.muscat.server.document.MoveInWords.LEAST_POINTS;
import static org.muscat.server.document.MoveInWords.one;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.Movement.Cause;
import org.muscat.engine.Movement.Part;
import org.muscat.server.document.MoveFacts.Reading;

/**
 * What pulled an index down and what pushed it up, in words. All parts of a side are in its sum, so
 * that one side less the other is the change.
 */
final class PullInWords {

  private static final int CAUSES = 3;
  private static final int MEMBERS = 3;

  private final MoveFacts facts;

  private PullInWords(MoveFacts facts) {
    this.facts = facts;
  }

  /** The larger side first; what amounts to no tenth of a point is left out. */
  static List<String> of(MoveFacts facts) {
    PullInWords words = new PullInWords(facts);
    String down = words.side("What pulled it down", -1);
    String up = words.side("What pushed it up", 1);
    if (down.isEmpty() && up.isEmpty()) {
      return List.of("Nothing pulled at it by a tenth of a point.");
    }
    return facts.movement().change() < 0 ? List.of(down, up) : List.of(up, down);
  }

  private String side(String opening, int sign) {
    Map<Cause, List<Part>> byCause = new EnumMap<>(Cause.class);
    for (Part part : facts.movement().largestFirst()) {
      if (part.points() * sign > 0) {
        byCause.computeIfAbsent(part.cause(), cause -> new ArrayList<>()).add(part);
      }
    }
    double all = byCause.values().stream().mapToDouble(PullInWords::sum).sum();
    if (all < LEAST_POINTS) {
      return "";
    }
    List<Map.Entry<Cause, List<Part>>> largest =
        byCause.entrySet().stream()
            .sorted(
                Comparator.comparingDouble(
                    (Map.Entry<Cause, List<Part>> entry) -> -sum(entry.getValue())))
            .toList();
    List<String> told = new ArrayList<>();
    double untold = all;
    for (Map.Entry<Cause, List<Part>> entry : largest) {
      double points = sum(entry.getValue());
      if (told.size() < CAUSES && points >= LEAST_POINTS) {
        told.add(plain(entry.getKey()) + " " + one(points) + members(entry.getValue()));
        untold -= points;
      }
    }
    if (untold >= LEAST_POINTS) {
      told.add("other causes " + one(untold));
    }
    String points = " (" + one(all) + " points): ";
    return opening + points + String.join(", ", told) + ".";
  }

  private String members(List<Part> parts) {
    List<String> told = new ArrayList<>();
    double untold = 0;
    for (Part part : parts) {
      String name = part.member().isEmpty() ? part.pillar() : part.member();
      if (name.isEmpty()) {
        return "";
      }
      if (told.size() < MEMBERS && Math.abs(part.points()) >= LEAST_POINTS) {
        told.add(name + " " + one(Math.abs(part.points())) + reading(part));
      } else {
        untold += Math.abs(part.points());
      }
    }
    if (untold >= LEAST_POINTS && !told.isEmpty()) {
      told.add("others " + one(untold));
    }
    return told.isEmpty() ? "" : " (" + String.join("; ", told) + ")";
  }

  /** What the indicator read at both ends, where that tells why. */
  private String reading(Part part) {
    Reading reading = facts.readings().get(part.member());
    if (reading == null || Objects.equals(reading.from(), reading.to())) {
      return "";
    }
    return ", from " + number(reading.from()) + " to " + number(reading.to()) + unit(reading);
  }

  /** Units that begin with a number, such as {@code 0 or 1}, would be read as part of the value. */
  private static String unit(Reading reading) {
    String unit = reading.unit();
    return unit.isEmpty() || Character.isDigit(unit.charAt(0)) ? "" : " " + unit;
  }

  private static String number(@Nullable Double value) {
    if (value == null) {
      return "nothing";
    }
    return value == 0
        ? "0"
        : new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  private static double sum(List<Part> parts) {
    return Math.abs(parts.stream().mapToDouble(Part::points).sum());
  }

  private static String plain(Cause cause) {
    return switch (cause) {
      case DATA -> "new observations";
      case REVISION -> "old observations that were revised";
      case TIME -> "the passing of time without news";
      case COVERAGE -> "inputs that went missing or came back";
      case STRUCTURE -> "the structural factor";
      case RESPONSE -> "the lag behind its target";
      case WEIGHTS -> "other weights in the model";
      case METHOD -> "other scales or rules in the model";
      case MEMBERSHIP -> "inputs that joined or left the model";
    };
  }
}
