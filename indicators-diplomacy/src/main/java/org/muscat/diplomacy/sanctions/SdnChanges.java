package org.muscat.diplomacy.sanctions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.Observation;

/**
 * What a list says that the one before did not. An entry that comes is a designation (1) or a
 * vessel (2), one that goes a delisting (-3); one that goes while another of the same IMO number,
 * or of the same name and kind, comes got another number, which is neither. The first list is a
 * baseline (0): what stands in it is no news.
 */
final class SdnChanges {

  /** Of so few, a large share may well be delisted at once. */
  private static final int FEW = 20;

  private static final double DESIGNATION = 1;
  private static final double VESSEL = 2;
  private static final double DELISTING = -3;

  private final String theatre;
  private final double mostDelisted;

  /**
   * Changes in a theatre.
   *
   * @param mostDelisted the largest share of the watched entries that may go at once
   */
  SdnChanges(String theatre, double mostDelisted) {
    this.theatre = theatre;
    this.mostDelisted = mostDelisted;
  }

  /** The event of a first list, which is that of the day it was seen on, too. */
  Observation baseline(SdnList list, String programmes, LocalDate published, LocalDate seen) {
    return Observation.event(
        OfacSeries.events(theatre),
        published + "/" + OfacSeries.BASELINE + "/" + programmes.replace(' ', '+'),
        start(published),
        OfacSeries.BASELINE,
        0,
        Map.of(
            "entries",
            Integer.toString(list.watched().size()),
            "programmes",
            programmes,
            OfacSeries.SEEN,
            seen.toString()));
  }

  /** That a list was seen on a day, and how many entries it has. */
  Observation sighting(LocalDate day, int entries) {
    return Observation.point(OfacSeries.lists(theatre), start(day), entries);
  }

  /**
   * What came and went. While entries cannot be read, none is told to have gone.
   *
   * @throws FeedException {@code SOURCE_CHANGED} if too many went at once to be believed
   */
  List<Observation> since(Seen before, SdnList list, LocalDate published) throws FeedException {
    List<SdnEntry> gone = list.isWhole() ? gone(before, list) : new ArrayList<>();
    requireBelievable(gone.size(), before);
    SdnStep step = SdnStep.of(before, list, published);
    List<Observation> told = new ArrayList<>();
    for (SdnEntry entry : list.watched().values()) {
      boolean isNew = !before.entries().containsKey(entry.uid());
      if (isNew && !takeSame(gone, entry)) {
        told.add(
            entry.isVessel()
                ? event(OfacSeries.VESSEL, VESSEL, entry, step)
                : event(OfacSeries.DESIGNATION, DESIGNATION, entry, step));
      }
    }
    for (SdnEntry entry : gone) {
      told.add(event(OfacSeries.DELISTING, DELISTING, entry, step));
    }
    return told;
  }

  private static List<SdnEntry> gone(Seen before, SdnList list) {
    List<SdnEntry> gone = new ArrayList<>();
    for (SdnEntry entry : new TreeMap<>(before.entries()).values()) {
      if (!list.watched().containsKey(entry.uid())) {
        gone.add(entry);
      }
    }
    return gone;
  }

  /** Takes out of those that went the one that came back under another number, if it is there. */
  private static boolean takeSame(List<SdnEntry> gone, SdnEntry entry) {
    for (int i = 0; i < gone.size(); i++) {
      if (gone.get(i).identity().equals(entry.identity())) {
        gone.remove(i);
        return true;
      }
    }
    return false;
  }

  /** The watched entries from now on: also those that may stand where nothing could be read. */
  static Map<Long, SdnEntry> entries(Map<Long, SdnEntry> before, SdnList list) {
    Map<Long, SdnEntry> entries = new TreeMap<>(list.watched());
    if (!list.isWhole()) {
      before.forEach(entries::putIfAbsent);
    }
    return entries;
  }

  private void requireBelievable(int gone, Seen before) throws FeedException {
    int all = before.entries().size();
    if (all >= FEW && gone > mostDelisted * all) {
      throw new FeedException(
          Reason.SOURCE_CHANGED,
          "%d of %d entries of %s are no longer in the list, which may have changed; if they were delisted, raise 'most-delisted' for a while"
              .formatted(gone, all, before.programmes()));
    }
  }

  private Observation event(String type, double value, SdnEntry entry, SdnStep step) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("name", entry.name());
    attributes.put("kind", entry.kind());
    attributes.put("programme", String.join(" ", entry.programmes()));
    attributes.put("list-before", step.before().toString());
    if (!entry.imo().isEmpty()) {
      attributes.put("imo", entry.imo());
    }
    return Observation.event(
        OfacSeries.events(theatre),
        step.key(entry),
        start(step.published()),
        type,
        value,
        attributes);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
