package org.muscat.diplomacy.sanctions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;

/**
 * What was seen of the list so far, as the cursor holds it: a line of its own, then one for each
 * watched entry, cells parted by tabs. Immutable.
 *
 * @param programmes those that were watched
 * @param published the day of the last list that was read
 * @param day the last day on which a list was seen
 * @param validator what to ask the server with, whether the list changed; empty if there is none
 * @param inHistory whether the files that were there at first are still being read
 * @param passed how many files of a folder lie behind
 * @param entries the watched entries of the last list
 */
record Seen(
    String programmes,
    LocalDate published,
    LocalDate day,
    String validator,
    boolean inHistory,
    int passed,
    Map<Long, SdnEntry> entries) {

  private static final String FORM = "ofac-1";
  private static final String TAB = "\t";
  private static final int HEADER_CELLS = 7;
  private static final int ENTRY_CELLS = 5;

  Seen {
    entries = Map.copyOf(entries);
  }

  /**
   * Reads a cursor.
   *
   * @throws FeedException {@code CONFIGURATION} if it was written by something else
   */
  static Optional<Seen> parse(Optional<String> cursor) throws FeedException {
    if (cursor.isEmpty() || cursor.get().isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = cursor.get().lines().toList();
    try {
      List<String> header = cells(lines.isEmpty() ? "" : lines.get(0), HEADER_CELLS);
      if (!header.get(0).equals(FORM)) {
        throw new IllegalArgumentException("form '" + header.get(0) + "'");
      }
      Map<Long, SdnEntry> entries = new TreeMap<>();
      for (String line : lines.subList(1, lines.size())) {
        SdnEntry entry = entry(cells(line, ENTRY_CELLS));
        entries.put(entry.uid(), entry);
      }
      return Optional.of(
          new Seen(
              header.get(1),
              LocalDate.parse(header.get(2)),
              LocalDate.parse(header.get(3)),
              header.get(4),
              Boolean.parseBoolean(header.get(5)),
              Integer.parseInt(header.get(6)),
              entries));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new FeedException(
          Reason.CONFIGURATION,
          "the stored cursor is not one of the feed ofac; give this feed an id of its own",
          e);
    }
  }

  private static List<String> cells(String line, int count) {
    List<String> cells = List.of(line.split(TAB, -1));
    if (cells.size() != count) {
      throw new IllegalArgumentException(cells.size() + " cells, not " + count);
    }
    return cells;
  }

  private static SdnEntry entry(List<String> cells) {
    return new SdnEntry(
        Long.parseLong(cells.get(0)),
        cells.get(4),
        cells.get(1),
        List.of(cells.get(3).split(" ")),
        cells.get(2));
  }

  /** Whether its entries can be compared with those of a list under some programmes. */
  boolean watched(Programmes others) {
    return programmes.equals(others.toString());
  }

  /** The cursor. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.join(
            TAB,
            FORM,
            programmes,
            published.toString(),
            day.toString(),
            validator,
            Boolean.toString(inHistory),
            Integer.toString(passed)));
    for (SdnEntry entry : new TreeMap<>(entries).values()) {
      lines.add(
          String.join(
              TAB,
              Long.toString(entry.uid()),
              entry.kind(),
              entry.imo(),
              String.join(" ", entry.programmes()),
              entry.name()));
    }
    return String.join("\n", lines);
  }
}
