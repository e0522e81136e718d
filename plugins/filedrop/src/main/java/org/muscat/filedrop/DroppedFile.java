package org.muscat.filedrop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.Observation;

/** What one file of the drop says: its points, and the rows that could not be read. */
record DroppedFile(String hash, List<Observation> observations, List<Rejection> rejections) {

  static final long LARGEST = 16L << 20;
  static final int MOST_REJECTIONS = 1_000;

  static DroppedFile read(Path file) throws IOException, InterruptedException {
    String where = file.toString();
    if (Files.size(file) > LARGEST) {
      return refused(
          ContentHashes.read(file),
          new Rejection(
              where, 0, "has " + Files.size(file) + " bytes, more than " + LARGEST + "; split it"));
    }
    byte[] content = Files.readAllBytes(file);
    return parse(where, content);
  }

  static DroppedFile parse(String where, byte[] content) throws InterruptedException {
    String hash = ContentHashes.of(content);
    CsvReader reader = new CsvReader(content);
    CsvReader.Row header = firstRow(reader);
    if (header == null) {
      return refused(hash, new Rejection(where, 0, "is empty; the first line names the columns"));
    }
    RowReader rows;
    try {
      rows = new RowReader(Columns.of(header));
    } catch (IllegalArgumentException e) {
      return refused(hash, new Rejection(where, 0, String.valueOf(e.getMessage())));
    }
    return readRows(where, hash, reader, rows);
  }

  private static DroppedFile readRows(String where, String hash, CsvReader reader, RowReader rows)
      throws InterruptedException {
    List<Observation> observations = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    long unlisted = 0;
    for (CsvReader.Row row = reader.next(); row != null; row = reader.next()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while reading " + where);
      }
      if (row.isBlank()) {
        continue;
      }
      try {
        observations.add(rows.read(row));
      } catch (IllegalArgumentException e) {
        if (rejections.size() < MOST_REJECTIONS) {
          rejections.add(new Rejection(where, row.line(), String.valueOf(e.getMessage())));
        } else {
          unlisted++;
        }
      }
    }
    if (unlisted > 0) {
      rejections.add(new Rejection(where, 0, unlisted + " more bad rows are not listed"));
    }
    return new DroppedFile(hash, List.copyOf(observations), List.copyOf(rejections));
  }

  private static CsvReader.@Nullable Row firstRow(CsvReader reader) {
    CsvReader.Row row = reader.next();
    while (row != null && row.isBlank()) {
      row = reader.next();
    }
    return row;
  }

  private static DroppedFile refused(String hash, Rejection rejection) {
    return new DroppedFile(hash, List.of(), List.of(rejection));
  }
}
