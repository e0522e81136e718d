package org.muscat.diplomacy.gdelt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpAnswer;
import org.muscat.spi.HttpFetcher;
import org.muscat.spi.HttpQuery;

/** Asks the host of the raw files. */
final class BulkHost {

  private static final long LARGEST_LIST = 64L << 10;

  /** Real archives have a hundred kilobytes. */
  private static final long LARGEST_ARCHIVE = 16L << 20;

  /** Failures that may be those of one file; a refusal is one of the host. */
  private static final Set<Reason> OF_ONE_FILE =
      EnumSet.of(Reason.SOURCE_CHANGED, Reason.BAD_DATA, Reason.TOO_LARGE);

  private final URI folder;
  private final HttpFetcher http;
  private final DyadLookup dyads;
  private final Duration patience;

  /**
   * A host.
   *
   * @param folder the address of the lists and files, which ends with a slash
   * @param patience how late a file may be
   */
  BulkHost(URI folder, HttpFetcher http, DyadLookup dyads, Duration patience) {
    this.folder = folder;
    this.http = http;
    this.dyads = dyads;
    this.patience = patience;
  }

  /** The address of a file, for messages. */
  String where(ListedFile file) {
    return folder.resolve(file.name()).toString();
  }

  /**
   * The newest file.
   *
   * @throws FeedException {@code SOURCE_CHANGED} if the list names none
   */
  ListedFile newest() throws FeedException, InterruptedException {
    HttpAnswer answer =
        http.fetch(HttpQuery.get(folder.resolve("lastupdate.txt")).atMost(LARGEST_LIST));
    return ListedFile.in(answer.text(), false).stream()
        .reduce((a, b) -> b.stamp().isAfter(a.stamp()) ? b : a)
        .orElseThrow(
            () ->
                new FeedException(
                    Reason.SOURCE_CHANGED,
                    answer.url()
                        + " names no file of events; a line '<size> <md5>"
                        + " ../YYYYMMDDHHMMSS.export.CSV.zip' was expected"));
  }

  /** The list of all files. */
  MasterList masterList() {
    return new MasterList(folder.resolve("masterfilelist.txt"), http);
  }

  /**
   * Reads a file; one that comes broken is asked for a second time.
   *
   * @throws FeedException {@code BAD_DATA} if it is broken, or as {@link HttpFetcher}
   */
  GdeltFile read(ListedFile file) throws FeedException, InterruptedException {
    try {
      return readOnce(file);
    } catch (FeedException e) {
      if (e.reason() != Reason.BAD_DATA) {
        throw e;
      }
      return readOnce(file);
    }
  }

  /** Whether a failure to read a file may be one of that file alone. */
  static boolean mayBeOfOneFile(FeedException failure) {
    return OF_ONE_FILE.contains(failure.reason());
  }

  /**
   * Reads the newest file before another is given up: a host that does not give that either gives
   * none, and loses none by it.
   *
   * @param failure of the other file
   * @throws FeedException {@code SOURCE_FAILED} if the newest file cannot be had either
   */
  void requireGiving(ListedFile newest, FeedException failure)
      throws FeedException, InterruptedException {
    try {
      read(newest);
    } catch (FeedException e) {
      if (!mayBeOfOneFile(e)) {
        throw e;
      }
      throw new FeedException(
          Reason.SOURCE_FAILED,
          failure.getMessage()
              + "; its newest file, "
              + newest.name()
              + ", cannot be had either, so nothing is passed over",
          failure);
    }
  }

  private GdeltFile readOnce(ListedFile file) throws FeedException, InterruptedException {
    HttpAnswer answer =
        http.fetch(HttpQuery.get(folder.resolve(file.name())).atMost(LARGEST_ARCHIVE));
    byte[] archive = answer.bytes();
    requireHash(file, archive, answer.url());
    Instant knownAt =
        modified(answer)
            .map(moment -> file.stamp().knownAt(moment, patience))
            .orElseGet(file.stamp()::knownAt);
    try {
      return GdeltArchive.read(new ByteArrayInputStream(archive), answer.url(), file.stamp(), dyads)
          .known(knownAt);
    } catch (BadFileException e) {
      throw new FeedException(Reason.BAD_DATA, answer.url() + " " + e.reason(), e);
    } catch (IOException e) {
      throw new FeedException(Reason.BAD_DATA, answer.url() + " cannot be unpacked: " + e, e);
    }
  }

  /** When the host says that the file was put there; empty if it says nothing that is a date. */
  private static Optional<Instant> modified(HttpAnswer answer) {
    try {
      return answer
          .header("Last-Modified")
          .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static void requireHash(ListedFile file, byte[] archive, String url)
      throws FeedException {
    String md5 = md5(archive);
    if (!md5.equals(file.md5().toLowerCase(Locale.ROOT))) {
      throw new FeedException(
          Reason.BAD_DATA,
          "%s has %d bytes with md5 %s; the list says %d bytes with md5 %s"
              .formatted(url, archive.length, md5, file.size(), file.md5()));
    }
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
