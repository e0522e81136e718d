package org.muscat.server.archive;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.muscat.store.Appended;
import org.muscat.store.Archive;
import org.muscat.store.StoredVersion;

/**
 * Writes observations as CSV and reads them again, row by row: memory does not grow with their
 * number.
 */
public final class CsvArchive {

  /** Rows of one transaction of an import. */
  private static final int CHUNK = 20_000;

  private final Archive archive;

  public CsvArchive(Archive archive) {
    this.archive = archive;
  }

  /**
   * Writes every version of some series.
   *
   * @param asOf the latest known-at
   * @param out is told everything, in ASCII
   * @return how many rows were written
   * @throws UncheckedIOException if it cannot be written
   */
  public long write(List<String> series, Instant from, Instant to, Instant asOf, Appendable out) {
    CsvRows rows = new CsvRows(out, VersionCsv.COLUMNS);
    for (String name : series) {
      archive.versions(name, from, to, asOf, version -> rows.write(VersionCsv.write(version)));
    }
    return rows.count();
  }

  /**
   * Stores what {@link #write} wrote. The whole file is looked at first, so that a bad row leaves
   * nothing behind; what is stored already is left as it is.
   *
   * @throws IllegalArgumentException if it is not such a file; the message names the row
   * @throws org.muscat.store.StoreException if a row contradicts the store; the rows before its
   *     part of 20,000 are stored, and importing again goes on behind them
   */
  public Appended read(Path file) {
    forEach(file, (version, line) -> {});
    List<StoredVersion> waiting = new ArrayList<>();
    int[] counts = new int[2];
    forEach(
        file,
        (version, line) -> {
          boolean full = waiting.size() >= CHUNK;
          if (full && !isSame(waiting.get(waiting.size() - 1), version)) {
            store(waiting, counts);
          }
          waiting.add(version);
        });
    store(waiting, counts);
    return new Appended(counts[0], counts[1], Set.of());
  }

  private void store(List<StoredVersion> waiting, int[] counts) {
    Appended appended = archive.append(waiting);
    counts[0] += appended.stored();
    counts[1] += appended.unchanged();
    waiting.clear();
  }

  /** The versions of one observation stay together. */
  private static boolean isSame(StoredVersion one, StoredVersion other) {
    return one.observedAt().equals(other.observedAt())
        && one.key().equals(other.key())
        && one.series().equals(other.series());
  }

  private static void forEach(Path file, BiConsumer<StoredVersion, Long> sink) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser rows = VersionCsv.FORMAT.parse(reader)) {
      Iterator<CSVRecord> all = rows.iterator();
      requireHeader(file, all);
      while (all.hasNext()) {
        CSVRecord row = all.next();
        sink.accept(version(file, row, rows.getCurrentLineNumber()), rows.getCurrentLineNumber());
      }
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file, e);
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException(file + " is not UTF-8 text", e);
    } catch (CSVException e) {
      throw new IllegalArgumentException(file + " is not CSV: " + e.getMessage(), e);
    } catch (UncheckedIOException | IOException e) {
      throw new IllegalArgumentException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static void requireHeader(Path file, Iterator<CSVRecord> rows) {
    List<String> header = rows.hasNext() ? rows.next().toList() : List.of();
    if (!header.equals(VersionCsv.COLUMNS)) {
      throw new IllegalArgumentException(
          file
              + " is no export of a store: its first row is "
              + header
              + ", not "
              + VersionCsv.COLUMNS
              + "; other files are read by 'muscat import'");
    }
  }

  private static StoredVersion version(Path file, CSVRecord row, long line) {
    try {
      return VersionCsv.read(row);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + ":" + line + ": " + e.getMessage() + "; nothing was stored", e);
    }
  }
}
