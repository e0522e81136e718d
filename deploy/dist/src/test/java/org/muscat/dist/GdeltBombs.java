package org.muscat.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** Files of GDELT, made up: in each of them the one bombs the other. */
final class GdeltBombs {

  private static final Duration CADENCE = Duration.ofMinutes(15);
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private GdeltBombs() {}

  /** Makes a folder with a file for each quarter of an hour. */
  static Path files(Path folder, Instant from, Instant to) throws IOException {
    Files.createDirectory(folder);
    for (Instant at = from; at.isBefore(to); at = at.plus(CADENCE)) {
      String stamp = STAMP.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
      Files.writeString(folder.resolve(stamp + ".export.CSV"), row(stamp) + "\n");
    }
    return folder;
  }

  private static String row(String stamp) {
    String[] cells = new String[61];
    Arrays.fill(cells, "");
    cells[0] = "1";
    cells[1] = stamp.substring(0, 8);
    cells[5] = "USA";
    cells[7] = "USA";
    cells[15] = "IRN";
    cells[17] = "IRN";
    cells[25] = "1";
    cells[26] = "195";
    cells[27] = "195";
    cells[28] = "19";
    cells[29] = "4";
    cells[30] = "-10.0";
    cells[31] = "3";
    cells[32] = "1";
    cells[33] = "3";
    cells[34] = "-6.5";
    cells[59] = stamp;
    cells[60] = "https://example.org/" + stamp;
    return String.join("\t", cells);
  }
}
