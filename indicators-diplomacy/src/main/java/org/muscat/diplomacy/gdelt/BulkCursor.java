package org.muscat.diplomacy.gdelt;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;

/**
 * How far the feed got. As text: {@code taken=20250613141500 began=20250601000000}, with {@code
 * again=32} behind it while files of the last days are read again.
 *
 * @param taken the last file that was taken or passed over
 * @param began the first file that was wanted
 * @param again how many files were read again, 0 if none are wanted
 */
record BulkCursor(FileStamp taken, FileStamp began, int again) {

  private static final Pattern TEXT =
      Pattern.compile("taken=(\\d{14}) began=(\\d{14})(?: again=\\d+)?");

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
      if (taken.isPresent() && began.isPresent()) {
        return new BulkCursor(taken.get(), began.get(), 0);
      }
    }
    throw new FeedException(
        Reason.CONFIGURATION,
        "the stored cursor '"
            + text
            + "' is not one of the feed gdelt; give this feed an id of its"
            + " own");
  }

  /** At the beginning of what is wanted. */
  static BulkCursor before(FileStamp first) {
    return new BulkCursor(FileStamp.of(first.time().minus(FileStamp.CADENCE)), first, 0);
  }

  BulkCursor behind(FileStamp stamp) {
    return new BulkCursor(stamp, began, 0);
  }

  BulkCursor readAgain(int more) {
    return new BulkCursor(taken, began, again + more);
  }

  @Override
  public String toString() {
    return "taken="
        + taken.text()
        + " began="
        + began.text()
        + (again > 0 ? " again=" + again : "");
  }
}
