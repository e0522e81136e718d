package org.muscat.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long after its tick was published listeners had an event, from what {@link Listeners} tell.
 */
final class Arrivals {

  private static final Pattern AS_OF = Pattern.compile("\"asOf\":\"([^\"]+)\"");

  private final Set<String> heads = new LinkedHashSet<>();
  private final List<Double> halves = new ArrayList<>();
  private final List<Double> lasts = new ArrayList<>();
  private long events;
  private int different;

  /**
   * What listeners told at their end.
   *
   * @param lines how many there were, then a line for each event
   * @param published when each tick was, in milliseconds of the clock
   */
  void add(List<String> lines, Map<Instant, Long> published) {
    heads.add(lines.get(0));
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      events += Long.parseLong(fields[1]);
      different++;
      Matcher asOf = AS_OF.matcher(fields[0]);
      Long at = asOf.find() ? published.get(Instant.parse(asOf.group(1))) : null;
      if (at != null) {
        halves.add((double) Long.parseLong(fields[2]) - at);
        lasts.add((double) Long.parseLong(fields[3]) - at);
      }
    }
  }

  String told() {
    return String.format(
        Locale.ROOT,
        "%s; %d events arrived, %d different; after the tick was published half had it within"
            + " %.0f ms, all within %.0f ms (medians; worst %.0f ms)",
        String.join(", ", heads),
        events,
        different,
        median(halves),
        median(lasts),
        lasts.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN));
  }

  private static double median(List<Double> values) {
    return values.isEmpty() ? Double.NaN : values.stream().sorted().toList().get(values.size() / 2);
  }
}
