package org.muscat.diplomacy.gdelt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muscat.spi.Batch;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Observation;
import org.muscat.toolkit.drop.DropFolder;

/**
 * Follows a folder of GDELT files, as they are or as archives; the cursor is the name of the last
 * file taken.
 */
final class GdeltFiles implements Feed {

  private final DropFolder place;
  private final DyadLookup dyads;
  private final RollUp rollUp;
  private final boolean mends;

  /** Listed once for all files that were waiting then, of which there may be many thousands. */
  private GdeltFolder folder = GdeltFolder.unlisted();

  private String told = "";

  /**
   * A folder.
   *
   * @param mends whether it mends what was told already, from now on
   */
  GdeltFiles(DropFolder place, List<Dyad> dyads, boolean mends) {
    this.place = place;
    this.dyads = new DyadLookup(dyads);
    this.rollUp = new RollUp(dyads);
    this.mends = mends;
  }

  @Override
  public Batch fetch(FetchRequest request) throws FeedException, InterruptedException {
    rollUp.goOn(request.cursor());
    String taken = request.cursor().orElse("");
    boolean goesOn = taken.equals(told) && folder.after(taken).isPresent();
    GdeltFolder listed = goesOn ? folder : list();
    folder = GdeltFolder.unlisted(); // Unless this file can be read, the folder is looked at anew.
    Optional<Path> next = listed.after(taken);
    if (next.isEmpty()) {
      return Batch.last(List.of(), List.of(), taken);
    }
    Batch batch = take(next.get(), taken, listed);
    folder = listed;
    told = batch.nextCursor();
    return listed.after(told).isPresent()
        ? Batch.partial(batch.observations(), batch.rejections(), told)
        : batch;
  }

  private GdeltFolder list() throws FeedException {
    place.makeIfAbsent();
    return GdeltFolder.list(place.path());
  }

  private Batch take(Path next, String taken, GdeltFolder listed)
      throws FeedException, InterruptedException {
    Optional<FileStamp> stamp = FileStamp.ofName(GdeltFolder.name(next));
    if (stamp.isEmpty()) {
      return refused(next, "the name is no moment (YYYYMMDDHHMMSS)", List.of());
    }
    Optional<FileStamp> last = listed.lastUpTo(taken);
    List<Observation> observations = new ArrayList<>();
    if (last.isPresent() && RollUp.isAcross(last.get(), stamp.get())) {
      observations.addAll(rolledUp(last.get(), stamp.get(), listed));
    }
    try {
      GdeltFile file = read(next, stamp.get());
      rollUp.addWhenStored(file, GdeltFolder.name(next));
      observations.addAll(told(file.observations()));
      return Batch.last(observations, file.rejections(), GdeltFolder.name(next));
    } catch (BadFileException e) {
      return refused(next, e.reason(), observations);
    }
  }

  /** After a restart the files of the last days are read again. */
  private List<Observation> rolledUp(FileStamp last, FileStamp next, GdeltFolder listed)
      throws FeedException, InterruptedException {
    for (Path file : listed.between(FileStamp.of(RollUp.neededFrom(last)), last)) {
      Optional<FileStamp> stamp = FileStamp.ofName(GdeltFolder.name(file));
      if (stamp.isPresent() && !rollUp.hasRead(stamp.get())) {
        try {
          rollUp.add(read(file, stamp.get()));
        } catch (BadFileException e) {
          rollUp.addUnreadable(stamp.get()); // It was refused when it was taken.
        }
      }
    }
    return told(rollUp.across(last, next.knownAt()));
  }

  private List<Observation> told(List<Observation> all) {
    return mends
        ? all.stream().filter(one -> !isOfPartOfADay(one)).map(GdeltFiles::knownNow).toList()
        : all;
  }

  /** A part of a day mends nothing. */
  private static boolean isOfPartOfADay(Observation one) {
    String files = one.attributes().get(RollUp.FILES);
    return files != null && Integer.parseInt(files) < RollUp.FEWEST_FILES;
  }

  private static Observation knownNow(Observation one) {
    return one.isEvent()
        ? Observation.event(
            one.series(), one.key(), one.observedAt(), one.type(), one.value(), one.attributes())
        : Observation.point(one.series(), one.observedAt(), one.value());
  }

  private GdeltFile read(Path file, FileStamp stamp)
      throws BadFileException, FeedException, InterruptedException {
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > GdeltArchive.LARGEST) {
        throw new BadFileException(
            "has " + Files.size(file) + " bytes, more than " + GdeltArchive.LARGEST);
      }
      return file.toString().endsWith(".zip")
          ? GdeltArchive.read(in, file.toString(), stamp, dyads)
          : GdeltFile.read(in, file.toString(), stamp, dyads);
    } catch (IOException e) {
      throw new FeedException(
          Reason.UNREACHABLE, "cannot read " + file + " (" + e + "); check its permissions", e);
    }
  }

  /** A day is told with the first file of a later one, whether that can be read or not. */
  private static Batch refused(Path file, String reason, List<Observation> observations) {
    return Batch.last(
        observations, List.of(new Rejection(file.toString(), 0, reason)), GdeltFolder.name(file));
  }
}
