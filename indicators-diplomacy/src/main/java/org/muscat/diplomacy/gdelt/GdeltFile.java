package org.muscat.diplomacy.gdelt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.Observation;

/** Reads one file line by line; holds no more of it than the dyads' unique events. */
final class GdeltFile {

  static final int MOST_REJECTIONS = 1_000;

  private final String where;
  private final FileStamp stamp;
  private final List<DyadDays> dyads;
  private final List<Rejection> rejections = new ArrayList<>();
  private long unlisted;
  private long line;

  GdeltFile(String where, FileStamp stamp, List<Dyad> dyads) {
    this.where = where;
    this.stamp = stamp;
    this.dyads = dyads.stream().map(DyadDays::new).toList();
  }

  static GdeltFile read(Path path, FileStamp stamp, List<Dyad> dyads)
      throws IOException, InterruptedException {
    GdeltFile file = new GdeltFile(path.toString(), stamp, dyads);
    // Lenient decoding: the cells that are used are ASCII, and a place name in another encoding
    // must not lose its row.
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8))) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        if (Thread.interrupted()) {
          throw new InterruptedException("interrupted while reading " + path);
        }
        file.add(text);
      }
    }
    return file;
  }

  void add(String text) {
    line++;
    try {
      String[] cells = GdeltRow.cells(text);
      for (DyadDays days : dyads) {
        if (days.dyad().isBetween(cells[GdeltRow.ACTOR1_COUNTRY], cells[GdeltRow.ACTOR2_COUNTRY])) {
          days.add(GdeltRow.of(cells, stamp));
        }
      }
    } catch (BadRowException e) {
      reject(e.reason());
    }
  }

  private void reject(String reason) {
    if (rejections.size() < MOST_REJECTIONS) {
      rejections.add(new Rejection(where, line, reason));
    } else {
      unlisted++;
    }
  }

  List<Observation> observations() {
    return dyads.stream().flatMap(days -> days.observations(stamp).stream()).toList();
  }

  List<Rejection> rejections() {
    List<Rejection> all = new ArrayList<>(rejections);
    if (unlisted > 0) {
      all.add(new Rejection(where, 0, unlisted + " more bad rows are not listed"));
    }
    return all;
  }
}
