package org.muscat.diplomacy.gdelt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file as the lists of GDELT name it: {@code <size> <md5> <address>}.
 *
 * @param size of the archive, in bytes
 * @param md5 of the archive, hexadecimal
 */
record ListedFile(FileStamp stamp, long size, String md5) {

  /** Of each file only the name counts, because all are asked for at the configured address. */
  private static final Pattern LINE =
      Pattern.compile("(\\d{1,12}) ([0-9a-fA-F]{32}) \\S*/(\\d{14})\\.export\\.CSV\\.zip");

  /**
   * The files of events in a list; lines of other files are passed over.
   *
   * @param isCut whether the first line may have lost its beginning
   */
  static List<ListedFile> in(String list, boolean isCut) {
    List<ListedFile> files = new ArrayList<>();
    list.lines().skip(isCut ? 1 : 0).forEach(line -> parse(line).ifPresent(files::add));
    return files;
  }

  private static Optional<ListedFile> parse(String line) {
    Matcher matcher = LINE.matcher(line.strip());
    return matcher.matches()
        ? FileStamp.parse(matcher.group(3))
            .map(stamp -> new ListedFile(stamp, Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  /** The name of the archive. */
  String name() {
    return stamp.fileName() + ".zip";
  }
}
