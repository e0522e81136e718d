package org.muscat.server.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muscat.server.archive.DayCsv;
import org.muscat.server.config.ReportFormat;
import org.muscat.server.index.Theatre;

/**
 * The files of reports in one folder. Whoever reads one finds what was there before or all that is
 * new, and never a part.
 */
public final class ReportFiles {

  /** The time of day without colons, which no name of a file may have everywhere. */
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HHmmss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendLiteral('Z')
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Pattern NAME =
      Pattern.compile(".+_\\d{4}-\\d\\d-\\d\\d_(\\d{4}-[^_]+Z)\\.[a-z]+");

  private final Path folder;

  /**
   * Files of a folder, which is made if it is not there.
   *
   * @throws UncheckedIOException if it cannot be made
   */
  public ReportFiles(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(this.folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " cannot be made: " + e, e);
    }
  }

  public Path folder() {
    return folder;
  }

  /**
   * The name of the file of a report, such as {@code hormuz_2024-03-01_2024-03-08T060000Z.html}: of
   * the theatre, its first day and its end.
   */
  public static String name(String theatre, ReportPeriod period, ReportFormat format) {
    return theatre
        + "_"
        + DAY.format(period.from())
        + "_"
        + MOMENT.format(period.asOf())
        + "."
        + format.extension();
  }

  /** What a report is as a text; a file of it is in UTF-8. */
  public static String text(Report report, ReportFormat format) {
    if (format == ReportFormat.HTML) {
      return HtmlReport.of(report);
    }
    StringBuilder csv = new StringBuilder();
    DayCsv.write(report.days(), csv);
    return csv.toString();
  }

  /**
   * Writes the file of a report; one of the same name is replaced.
   *
   * @throws UncheckedIOException if it cannot be written; what was there is left as it was
   */
  public Path write(Report report, ReportFormat format) {
    Path file = folder.resolve(name(report.now().theatre().id(), report.period(), format));
    try {
      // Another process may write the same just now.
      Path whole = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
      try {
        write(whole, text(report, format).getBytes(StandardCharsets.UTF_8));
        Files.move(
            whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(whole);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("the report " + file + " cannot be written: " + e, e);
    }
  }

  private static void write(Path whole, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      // Else a machine that loses its power may keep the new name and not what is in it.
      channel.force(true);
    }
  }

  /**
   * Removes reports whose end lies before a moment: those of some theatres that are called just as
   * such a report would be. Other files stay.
   *
   * @param period of a report that ends at a moment
   * @return how many were removed
   * @throws UncheckedIOException if one cannot be removed
   */
  public int remove(
      List<Theatre> theatres, Function<Instant, ReportPeriod> period, Instant before) {
    int removed = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        boolean isOld =
            end(name)
                .filter(end -> end.isBefore(before))
                .filter(end -> isOf(name, theatres, period.apply(end)))
                .isPresent();
        if (isOld && Files.deleteIfExists(file)) {
          removed++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an old report in " + folder + " cannot be removed: " + e, e);
    }
    return removed;
  }

  /** The end of the report that is called so; empty if none is. */
  private static Optional<Instant> end(String name) {
    Matcher matcher = NAME.matcher(name);
    try {
      return matcher.matches()
          ? Optional.of(MOMENT.parse(matcher.group(1), Instant::from))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isOf(String name, List<Theatre> theatres, ReportPeriod period) {
    for (Theatre theatre : theatres) {
      for (ReportFormat format : ReportFormat.values()) {
        if (name.equals(name(theatre.id(), period, format))) {
          return true;
        }
      }
    }
    return false;
  }
}
