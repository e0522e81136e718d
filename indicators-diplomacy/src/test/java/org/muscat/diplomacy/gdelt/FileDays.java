package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.testkit.History;

/** What files say of a dyad on a day, made up. */
final class FileDays {

  private FileDays() {}

  /** The last files before a moment, which say nothing of USA-IRN. */
  static History silence(Instant now, int files) {
    History history = new History();
    for (int i = 1; i <= files; i++) {
      Instant stamp = now.minus(FileStamp.CADENCE.multipliedBy(i));
      String day = LocalDate.ofInstant(stamp, ZoneOffset.UTC).toString();
      history.add(file(stamp.toString(), day, 0, 0, Map.of()));
    }
    return history;
  }

  /** What a file says of USA-IRN on a day. */
  static Observation file(
      String stamp, String day, double weight, double weighted, Map<String, Integer> roots) {
    Instant time = Instant.parse(stamp);
    Map<String, String> attributes = new TreeMap<>();
    roots.forEach((root, count) -> attributes.put(root, Integer.toString(count)));
    attributes.put("weight", Double.toString(weight));
    attributes.put("goldstein-weighted", Double.toString(weighted));
    String digits =
        DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC).format(time);
    return Observation.event(
            "events/usa-irn/gdelt",
            digits + "/" + day,
            LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant(),
            "dyad-day",
            roots.values().stream().mapToInt(Integer::intValue).sum(),
            attributes)
        .knownAt(time.plus(Duration.ofMinutes(15)), KnownBasis.PUBLISHED);
  }

  /** What all files say of USA-IRN on a day that is over. */
  static Observation rolledUp(String day, int files, Map<String, Integer> roots) {
    Map<String, String> attributes = new TreeMap<>();
    roots.forEach((root, count) -> attributes.put(root, Integer.toString(count)));
    attributes.put("weight", "1.0");
    attributes.put("goldstein-weighted", "-3.0");
    attributes.put("files", Integer.toString(files));
    attributes.put("files-after", "0");
    Instant start = LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    return Observation.event(
            "events/usa-irn/gdelt-day",
            day,
            start,
            "dyad-day",
            roots.values().stream().mapToInt(Integer::intValue).sum(),
            attributes)
        .knownAt(start.plus(Duration.ofDays(1)).plus(FileStamp.PUBLICATION), KnownBasis.PUBLISHED);
  }
}
