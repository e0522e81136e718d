package org.muscat.toolkit.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.Observation;

/**
 * What one file of a folder says: its observations, and the rows that could not be read.
 *
 * @param hash SHA-256 of the content
 */
public record DroppedFile(String hash, List<Observation> observations, List<Rejection> rejections) {

  /** In bytes; a larger file is refused. */
  public static final long LARGEST = 16L << 20;

  static final int MOST_REJECTIONS = 1_000;

  /** Reads a CSV file of a layout. */
  public static DroppedFile read(Path file, Layout layout)
      throws IOException, InterruptedException {
    return read(file, FileForm.csv(layout));
  }

  static DroppedFile read(Path file, FileForm form) throws IOException, InterruptedException {
    String where = file.toString();
    if (Files.size(file) > LARGEST) {
      return refused(
          ContentHashes.read(file),
          new Rejection(
              where, 0, "has " + Files.size(file) + " bytes, more than " + LARGEST + "; split it"));
    }
    byte[] content = Files.readAllBytes(file);
    return form.parse(where, content);
  }

  /**
   * Reads the content of a file.
   *
   * @param where its name, for messages
   */
  public static DroppedFile parse(String where, byte[] content, Layout layout)
      throws InterruptedException {
    String hash = ContentHashes.of(content);
    CsvReader reader = new CsvReader(content);
    CsvReader.Row header = firstRow(reader);
    if (header == null) {
      return refused(hash, new Rejection(where, 0, "is empty; the first line names the columns"));
    }
    if (header.problem() != null) {
      return refused(hash, new Rejection(where, 0, "header: " + header.problem()));
    }
    return readRows(where, hash, header.cells(), reader::next, layout);
  }

  /**
   * Reads rows that stand in the content in another form than CSV.
   *
   * @param where its name, for messages; rows are told by their number, from 1
   * @param header the names of the cells
   */
  public static DroppedFile ofRows(
      String where, byte[] content, List<String> header, List<List<String>> rows, Layout layout)
      throws InterruptedException {
    Iterator<List<String>> left = rows.iterator();
    AtomicLong line = new AtomicLong();
    return readRows(
        where,
        ContentHashes.of(content),
        header,
        () -> left.hasNext() ? new CsvReader.Row(line.incrementAndGet(), left.next(), null) : null,
        layout);
  }

  /** A file of which nothing can be read. */
  public static DroppedFile unreadable(String where, byte[] content, String reason) {
    return refused(ContentHashes.of(content), new Rejection(where, 0, reason));
  }

  private static DroppedFile readRows(
      String where,
      String hash,
      List<String> header,
      Supplier<CsvReader.@Nullable Row> next,
      Layout layout)
      throws InterruptedException {
    Layout.Rows rows;
    try {
      rows = layout.open(header);
    } catch (IllegalArgumentException e) {
      return refused(hash, new Rejection(where, 0, String.valueOf(e.getMessage())));
    }
    List<Observation> observations = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    long unlisted = 0;
    for (CsvReader.Row row = next.get(); row != null; row = next.get()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while reading " + where);
      }
      if (row.isBlank()) {
        continue;
      }
      try {
        observations.addAll(read(rows, row));
      } catch (IllegalArgumentException e) {
        if (rejections.size() < MOST_REJECTIONS) {
          rejections.add(new Rejection(where, row.line(), String.valueOf(e.getMessage())));
        } else {
          unlisted++;
        }
      }
    }
    observations.addAll(rows.end());
    if (unlisted > 0) {
      rejections.add(new Rejection(where, 0, unlisted + " more bad rows are not listed"));
    }
    return new DroppedFile(hash, List.copyOf(observations), List.copyOf(rejections));
  }

  private static List<Observation> read(Layout.Rows rows, CsvReader.Row row) {
    if (row.problem() != null) {
      throw new IllegalArgumentException(row.problem());
    }
    return rows.read(row.line(), row.cells());
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
