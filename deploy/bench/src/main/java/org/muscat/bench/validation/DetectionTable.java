package org.muscat.bench.validation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Series;

/** Whether rules saw the crisis at a strait, and how often they cried wolf. */
final class DetectionTable {

  private static final double ALARM = 15;

  private final Strait strait;
  private final Map<String, Detection> detections = new LinkedHashMap<>();

  DetectionTable(Strait strait, Series record, Optional<Episode> episode) {
    this.strait = strait;
    rules(strait)
        .forEach((name, rule) -> detections.put(name, Detection.of(rule, record, episode)));
  }

  private static Map<String, Rule> rules(Strait strait) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    rules.put("rolling 90 d", RatioRules.rolling());
    rules.put("EMA(.1)", RatioRules.exponential());
    rules.put("plain 730-d median", RatioRules.median());
    rules.put("gated, h = 90 d", RatioRules.gated());
    rules.put(
        "`transit-shortfall`",
        TransitIndicator.of("transit-shortfall", strait)
            .flagging(said -> said.value() < RatioRules.THRESHOLD));
    rules.put(
        "`slow-decline`",
        TransitIndicator.of("slow-decline", strait).flagging(said -> said.value() > ALARM));
    rules.put(
        "`chokepoint-status`",
        TransitIndicator.of("chokepoint-status", strait)
            .flagging(said -> !"OPEN".equals(said.facts().get("status"))));
    return rules;
  }

  static void printHead() {
    System.out.println(
        "| strait | rule | crisis days flagged | false alarms a year | false alarms | quiet years"
            + " | delay, event days | delay, as published |");
    System.out.println("|---|---|---|---|---|---|---|---|");
  }

  void print() {
    detections.forEach(
        (name, detection) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %.2f | %d | %.1f | %s | %s |%n",
                strait.title(),
                name,
                flagged(detection),
                detection.falseAlarmsPerYear(),
                detection.falseAlarms().size(),
                detection.quietDays() / 365.25,
                days(detection.delay(), 0),
                days(detection.delay(), TransitIndicator.LAG.toDays())));
  }

  /** When each of them began. */
  void printFalseAlarms() {
    detections.forEach(
        (name, detection) ->
            System.out.printf(
                "* %s, %s: %s%n",
                strait.title(),
                name,
                detection.falseAlarms().isEmpty()
                    ? "none"
                    : detection.falseAlarms().stream()
                        .map(LocalDate::toString)
                        .collect(Collectors.joining(", "))));
  }

  private static String flagged(Detection detection) {
    return detection.crisisDays() == 0
        ? "no crisis day"
        : String.format(Locale.ROOT, "%.1f %%", detection.flaggedPercent());
  }

  private static String days(OptionalLong delay, long more) {
    return delay.isPresent() ? String.valueOf(delay.getAsLong() + more) : "none";
  }
}
