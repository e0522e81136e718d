package org.muscat.diplomacy.gdelt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muscat.spi.Batch;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Observation;

/**
 * Follows a folder of GDELT files, as they are or as archives; the cursor is the name of the last
 * file taken.
 */
final class GdeltFiles implements Feed {

  private final Path path;
  private final DyadLookup dyads;
  private final RollUp rollUp;

  GdeltFiles(Path path, List<Dyad> dyads) {
    this.path = path;
    this.dyads = new DyadLookup(dyads);
    this.rollUp = new RollUp(dyads);
  }

  @Override
  public Batch fetch(FetchRequest request) throws FeedException, InterruptedException {
    String taken = request.cursor().orElse("");
    List<Path> files = files();
    List<Path> waiting =
        files.stream().filter(file -> digits(name(file)).compareTo(digits(taken)) > 0).toList();
    if (waiting.isEmpty()) {
      return Batch.last(List.of(), List.of(), taken);
    }
    Batch batch = take(waiting.get(0), last(taken, files), files);
    return waiting.size() > 1
        ? Batch.partial(batch.observations(), batch.rejections(), batch.nextCursor())
        : batch;
  }

  /** The newest moment among the files that were taken or refused. */
  private static Optional<FileStamp> last(String taken, List<Path> files) {
    return Stream.concat(Stream.of(taken), files.stream().map(GdeltFiles::name))
        .filter(name -> digits(name).compareTo(digits(taken)) <= 0)
        .flatMap(name -> FileStamp.ofName(name).stream())
        .max(Comparator.comparing(FileStamp::time));
  }

  private Batch take(Path next, Optional<FileStamp> last, List<Path> files)
      throws FeedException, InterruptedException {
    Optional<FileStamp> stamp = FileStamp.ofName(name(next));
    if (stamp.isEmpty()) {
      return refused(next, "the name is no moment (YYYYMMDDHHMMSS)", List.of());
    }
    List<Observation> observations = new ArrayList<>();
    if (last.filter(before -> RollUp.isAcross(before, stamp.get())).isPresent()) {
      observations.addAll(rolledUp(last.get(), stamp.get(), files));
    }
    try {
      GdeltFile file = read(next, stamp.get());
      rollUp.add(file);
      observations.addAll(file.observations());
      return Batch.last(observations, file.rejections(), name(next));
    } catch (BadFileException e) {
      return refused(next, e.reason(), observations);
    }
  }

  /** After a restart the files of the last days are read again. */
  private List<Observation> rolledUp(FileStamp last, FileStamp next, List<Path> files)
      throws FeedException, InterruptedException {
    for (Path file : files) {
      Optional<FileStamp> stamp = FileStamp.ofName(name(file));
      if (stamp.isPresent()
          && !stamp.get().time().isBefore(RollUp.neededFrom(last))
          && !stamp.get().isAfter(last)
          && !rollUp.hasRead(stamp.get())) {
        try {
          rollUp.add(read(file, stamp.get()));
        } catch (BadFileException e) {
          rollUp.addUnreadable(stamp.get()); // It was refused when it was taken.
        }
      }
    }
    return rollUp.across(last, next);
  }

  private GdeltFile read(Path file, FileStamp stamp)
      throws BadFileException, FeedException, InterruptedException {
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > GdeltArchive.LARGEST) {
        throw new BadFileException(
            "has " + Files.size(file) + " bytes, more than " + GdeltArchive.LARGEST);
      }
      return name(file).endsWith(".zip")
          ? GdeltArchive.read(in, file.toString(), stamp, dyads)
          : GdeltFile.read(in, file.toString(), stamp, dyads);
    } catch (IOException e) {
      throw new FeedException(
          Reason.UNREACHABLE, "cannot read " + file + " (" + e + "); check its permissions", e);
    }
  }

  /** A day is told with the first file of a later one, whether that can be read or not. */
  private static Batch refused(Path file, String reason, List<Observation> observations) {
    return Batch.last(observations, List.of(new Rejection(file.toString(), 0, reason)), name(file));
  }

  private List<Path> files() throws FeedException {
    if (Files.isRegularFile(path)) {
      if (!isGdelt(path)) {
        throw new FeedException(
            Reason.CONFIGURATION,
            path
                + " is not named like a GDELT file, YYYYMMDDHHMMSS.export.CSV, or .CSV.zip;"
                + " correct 'path'");
      }
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.filter(GdeltFiles::isGdelt).sorted().toList();
    } catch (IOException e) {
      throw new FeedException(
          Reason.UNREACHABLE,
          "cannot list the folder " + path + " (" + e + "); create it or correct 'path'",
          e);
    }
  }

  private static boolean isGdelt(Path file) {
    return FileStamp.FILE_NAME.matcher(name(file)).matches();
  }

  /** Of a file or cursor; a file counts once, whether it is packed or not. */
  private static String digits(String name) {
    return name.substring(0, Math.min(14, name.length()));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
