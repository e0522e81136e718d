package org.muscat.diplomacy.gdelt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muscat.spi.Batch;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.FetchRequest;

/** Follows a folder of GDELT files; the cursor is the name of the last file taken. */
final class GdeltFiles implements Feed {

  /** Real files have a few megabytes; a larger one is something else. */
  static final long LARGEST = 64L << 20;

  private final Path path;
  private final List<Dyad> dyads;

  GdeltFiles(Path path, List<Dyad> dyads) {
    this.path = path;
    this.dyads = dyads;
  }

  @Override
  public Batch fetch(FetchRequest request) throws FeedException, InterruptedException {
    String taken = request.cursor().orElse("");
    List<Path> waiting = files().filter(file -> name(file).compareTo(taken) > 0).toList();
    if (waiting.isEmpty()) {
      return Batch.last(List.of(), List.of(), taken);
    }
    Path next = waiting.get(0);
    return waiting.size() > 1 ? partial(next) : last(next);
  }

  private Batch partial(Path next) throws FeedException, InterruptedException {
    Batch batch = last(next);
    return Batch.partial(batch.observations(), batch.rejections(), batch.nextCursor());
  }

  private Batch last(Path next) throws FeedException, InterruptedException {
    Optional<FileStamp> stamp = FileStamp.parse(name(next).substring(0, 14));
    if (stamp.isEmpty()) {
      return refused(next, "the name is no moment (YYYYMMDDHHMMSS)");
    }
    try {
      if (Files.size(next) > LARGEST) {
        return refused(next, "has " + Files.size(next) + " bytes, more than " + LARGEST);
      }
      GdeltFile file = GdeltFile.read(next, stamp.get(), dyads);
      return Batch.last(file.observations(), file.rejections(), name(next));
    } catch (IOException e) {
      throw new FeedException(
          Reason.UNREACHABLE, "cannot read " + next + " (" + e + "); check its permissions", e);
    }
  }

  private static Batch refused(Path file, String reason) {
    return Batch.last(List.of(), List.of(new Rejection(file.toString(), 0, reason)), name(file));
  }

  private Stream<Path> files() throws FeedException {
    if (Files.isRegularFile(path)) {
      if (!isGdelt(path)) {
        throw new FeedException(
            Reason.CONFIGURATION,
            path
                + " is not named like a GDELT file, YYYYMMDDHHMMSS.export.CSV; unpack it or"
                + " correct 'path'");
      }
      return Stream.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.filter(GdeltFiles::isGdelt).sorted().toList().stream();
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

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
