package org.muscat.diplomacy.sanctions;

import java.util.ArrayList;
import java.util.List;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.toolkit.drop.CsvReader;

/**
 * The list as CSV: twelve columns without a header (number, name, type, programme, title, call
 * sign, vessel type, tonnage, gross tonnage, flag, owner, remarks), {@code -0-} for nothing,
 * several programmes as {@code IRAN] [IFSR}, and a control character alone in the last line. It
 * does not say when it was published, nor how many entries it has; without that last line it may
 * have been cut off, which is a rejection.
 */
final class SdnCsv {

  private static final int COLUMNS = 12;
  private static final int NAME = 1;
  private static final int KIND = 2;
  private static final int PROGRAMMES = 3;
  private static final int REMARKS = 11;

  private static final String NOTHING = "-0-";
  private static final String END_OF_FILE = "\u001a";

  private SdnCsv() {}

  static void read(byte[] content, SdnListReader list) throws FeedException, InterruptedException {
    CsvReader reader = new CsvReader(content);
    boolean ended = false;
    for (CsvReader.Row row = reader.next(); row != null; row = reader.next()) {
      CsvReader.Row each = row;
      if (row.cells().equals(List.of(END_OF_FILE))) {
        ended = true;
      } else if (!row.isBlank()) {
        list.add(row.line(), () -> entry(each));
      }
      if (list.entries() == 1 && row.cells().size() != COLUMNS) {
        throw list.failure(
            Reason.BAD_DATA, "neither XML nor rows of " + COLUMNS + " cells in its first line");
      }
    }
    if (!ended) {
      list.reject(
          0, "the last line is not the control character 26, so that the end may be missing");
    }
  }

  private static SdnEntry entry(CsvReader.Row row) {
    if (row.problem() != null) {
      throw new IllegalArgumentException(row.problem());
    }
    List<String> cells = row.cells();
    if (cells.size() != COLUMNS) {
      throw new IllegalArgumentException("the row has " + cells.size() + " cells, not " + COLUMNS);
    }
    return SdnEntry.read(
        cells.get(0).strip(),
        text(cells.get(NAME)),
        text(cells.get(KIND)),
        programmes(text(cells.get(PROGRAMMES))),
        List.of(text(cells.get(REMARKS))));
  }

  private static List<String> programmes(String cell) {
    List<String> programmes = new ArrayList<>();
    for (String each : cell.split("[\\[\\]]")) {
      if (!each.isBlank()) {
        programmes.add(each.strip());
      }
    }
    return programmes;
  }

  private static String text(String cell) {
    String text = cell.strip();
    return text.equals(NOTHING) ? "" : text;
  }
}
