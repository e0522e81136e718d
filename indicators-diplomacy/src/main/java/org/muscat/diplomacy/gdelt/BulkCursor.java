package org.muscat.diplomacy.gdelt;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;

/**
 * How far the feed got. As text: {@code taken=20250613141500 began=20250601000000}. Behind it stand
 * {@code read=20250613120000} if the files since were passed over, and {@code again=32} while files
 * of the last days are read again.
 *
 * @param taken the last file that was read or passed over
 * @param read the last file that was read
 * @param began the first file that was wanted
 * @param again how many files were read again, 0 if none are wanted
 */
record BulkCursor(FileStamp taken, FileStamp read, FileStamp began, int again) {

  private static final Pattern TEXT =
      Pattern.compile("taken=(\\d{14}) began=(\\d{14})(?: read=(\\d{14}))?(?: again=\\d+)?");

  /**
   * Reads a cursor.
   *
   * @throws FeedException {@code CONFIGURATION} if it was written by something else
   */
  static BulkCursor parse(String text) throws FeedException {
    Matcher matcher = TEXT.matcher(text);
    if (matcher.matches()) {
      Optional<FileStamp> taken = FileStamp.parse(matcher.group(1));
      Optional<FileStamp> began = FileStamp.parse(matcher.group(2));
      Optional<FileStamp> read =
          matcher.group(3) == null ? taken : FileStamp.parse(matcher.group(3));
      if (taken.isPresent() && began.isPresent() && read.isPresent()) {
        return new BulkCursor(taken.get(), read.get(), began.get(), 0);
      }
    }
    throw new FeedException(
        Reason.CONFIGURATION,
        "the stored cursor '"
            + text
            + "' is not one of the feed gdelt; give this feed an id of its own");
  }

  /** At the beginning of what is wanted. */
  static BulkCursor before(FileStamp first) {
    FileStamp before = FileStamp.of(first.time().minus(FileStamp.CADENCE));
    return new BulkCursor(before, before, first, 0);
  }

  /** Behind a file that was read. */
  BulkCursor behind(FileStamp stamp) {
    return new BulkCursor(stamp, stamp, began, 0);
  }

  /** Behind files that were passed over: days are told with the next one that is read. */
  BulkCursor over(FileStamp stamp) {
    return new BulkCursor(stamp, read, began, 0);
  }

  BulkCursor readAgain(int more) {
    return new BulkCursor(taken, read, began, again + more);
  }

  @Override
  public String toString() {
    return "taken="
        + taken.text()
        + " began="
        + began.text()
        + (read.equals(taken) ? "" : " read=" + read.text())
        + (again > 0 ? " again=" + again : "");
  }
}
