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
      Rejection rejection =
          new Rejection(next.toString(), 0, "the name is no moment (YYYYMMDDHHMMSS)");
      return Batch.last(List.of(), List.of(rejection), name(next));
    }
    try {
      GdeltFile file = GdeltFile.read(next, stamp.get(), dyads);
      return Batch.last(file.observations(), file.rejections(), name(next));
    } catch (IOException e) {
      throw new FeedException(
          Reason.UNREACHABLE, "cannot read " + next + " (" + e + "); check its permissions", e);
    }
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
