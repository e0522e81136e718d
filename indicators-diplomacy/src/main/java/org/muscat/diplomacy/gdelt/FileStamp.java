package org.muscat.diplomacy.gdelt;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/** The moment in the name of a GDELT file, such as {@code 20180101000000.export.CSV}. */
record FileStamp(String text, Instant time) {

  /** GDELT puts a file out every quarter of an hour. */
  static final Duration CADENCE = Duration.ofMinutes(15);

  /** From the stamp to when a file can be had that is not late. */
  static final Duration PUBLICATION = Duration.ofMinutes(15);

  /** How many files a whole day has. */
  static final int FILES_A_DAY = 96;

  /** A file as it is, or as an archive. */
  static final Pattern FILE_NAME = Pattern.compile("\\d{14}\\.export\\.CSV(\\.zip)?");

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

  /** Reads the fourteen digits; empty if they are no moment. */
  static Optional<FileStamp> parse(String digits) {
    try {
      Instant time = LocalDateTime.parse(digits, FORMAT).toInstant(ZoneOffset.UTC);
      return Optional.of(new FileStamp(digits, time));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Reads the digits at the beginning of a file's name; empty if they are no moment. */
  static Optional<FileStamp> ofName(String name) {
    return name.length() < 14 ? Optional.empty() : parse(name.substring(0, 14));
  }

  /** The stamp of a file of this moment, in whole seconds. */
  static FileStamp of(Instant time) {
    return new FileStamp(FORMAT.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC)), time);
  }

  /** The name of the file itself. */
  String fileName() {
    return text + ".export.CSV";
  }

  boolean isAfter(FileStamp other) {
    return time.isAfter(other.time);
  }

  /** The stamp that comes next if none is missing. */
  FileStamp next() {
    return of(time.plus(CADENCE));
  }

  LocalDate day() {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  /** From when on the file can be had, if it is not late. */
  Instant knownAt() {
    return time.plus(PUBLICATION);
  }

  /**
   * From when on the file could be had, by the moment at which a host says that it was put there.
   * One that came later than patience after its stamp was passed over by whoever followed the host,
   * so a later moment is that of a copy, and says nothing of the file.
   */
  Instant knownAt(Instant modified, Duration patience) {
    boolean isLate = modified.isAfter(knownAt()) && !modified.isAfter(time.plus(patience));
    return isLate ? modified : knownAt();
  }
}
