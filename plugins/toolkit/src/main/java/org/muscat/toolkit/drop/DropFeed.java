package org.muscat.toolkit.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Batch;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.FetchRequest;

/**
 * Takes the {@code *.csv} files of a folder, and those of other forms it is given, one by one, by
 * name, each once by the SHA-256 of its content. A bad row is rejected with file, line and reason,
 * and the rest of its file is kept. Names that start with a dot or end otherwise are not looked at:
 * write a file under such a name and rename it when it is whole. The cursor holds the hashes of the
 * files that were taken and are still there, one a line, so it does not grow with what was cleared
 * away.
 */
public final class DropFeed implements Feed {

  private final DropFolder folder;
  private final Map<String, FileForm> forms;
  private final ContentHashes hashes;

  /**
   * A feed of the {@code *.csv} files of a folder.
   *
   * @param path a folder that exists, or one file
   * @param layout of its files
   */
  public DropFeed(Path path, Layout layout, Clock clock) {
    this(DropFolder.given(path), layout, clock);
  }

  /**
   * A feed of the {@code *.csv} files of a folder.
   *
   * @param folder made by each fetch if it is absent and may be made
   * @param layout of its files
   */
  public DropFeed(DropFolder folder, Layout layout, Clock clock) {
    this(folder, Map.of(".csv", FileForm.csv(layout)), clock);
  }

  /**
   * A feed of the files of a folder.
   *
   * @param path a folder that exists, or one file
   * @param forms by the endings of their names, in lower case with the dot; at least one
   */
  public DropFeed(Path path, Map<String, FileForm> forms, Clock clock) {
    this(DropFolder.given(path), forms, clock);
  }

  /**
   * A feed of the files of a folder.
   *
   * @param folder made by each fetch if it is absent and may be made
   * @param forms by the endings of their names, in lower case with the dot; at least one
   */
  public DropFeed(DropFolder folder, Map<String, FileForm> forms, Clock clock) {
    if (forms.isEmpty()) {
      throw new IllegalArgumentException("no form of files is given; name at least '.csv'");
    }
    this.folder = folder;
    this.forms = new TreeMap<>(forms);
    this.hashes = new ContentHashes(clock);
  }

  @Override
  public Batch fetch(FetchRequest request) throws FeedException, InterruptedException {
    Set<String> takenBefore =
        request.cursor().stream().flatMap(String::lines).collect(Collectors.toSet());
    Listing listing = look(takenBefore);
    if (listing.next == null) {
      return Batch.last(List.of(), listing.unreadable, cursor(listing.taken));
    }
    DroppedFile file;
    try {
      file = DroppedFile.read(listing.next, form(listing.next));
    } catch (IOException e) {
      listing.unreadable.add(unreadable(listing.next, e));
      return Batch.last(List.of(), listing.unreadable, cursor(listing.taken));
    }
    listing.taken.add(file.hash());
    List<Rejection> rejections = new ArrayList<>(listing.unreadable);
    rejections.addAll(file.rejections());
    return listing.moreWait
        ? Batch.partial(file.observations(), rejections, cursor(listing.taken))
        : Batch.last(file.observations(), rejections, cursor(listing.taken));
  }

  /** What is in the folder now. */
  private static final class Listing {
    final Set<String> taken = new TreeSet<>();
    final List<Rejection> unreadable = new ArrayList<>();
    @Nullable Path next;
    @Nullable String nextHash;
    boolean moreWait;
  }

  private Listing look(Set<String> takenBefore) throws FeedException, InterruptedException {
    Listing listing = new Listing();
    List<Path> files = files();
    hashes.forgetAllBut(files);
    for (Path file : files) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while reading " + folder.path());
      }
      try {
        sort(file, hashes.of(file), takenBefore, listing);
      } catch (IOException e) {
        if (!(e instanceof NoSuchFileException)) { // else cleared away since the listing
          listing.unreadable.add(unreadable(file, e));
        }
      }
    }
    return listing;
  }

  private static void sort(Path file, String hash, Set<String> takenBefore, Listing listing) {
    if (takenBefore.contains(hash)) {
      listing.taken.add(hash);
    } else if (listing.nextHash == null) {
      listing.next = file;
      listing.nextHash = hash;
    } else if (!listing.nextHash.equals(hash)) {
      listing.moreWait = true;
    }
  }

  private List<Path> files() throws FeedException {
    folder.makeIfAbsent();
    Path path = folder.path();
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(file -> isWhole(file.getFileName().toString()))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new FeedException(
          Reason.UNREACHABLE,
          "cannot list the folder " + path + " (" + e + "); create it or correct 'path'",
          e);
    }
  }

  private boolean isWhole(String name) {
    return !name.startsWith(".") && forms.keySet().stream().anyMatch(end -> ends(name, end));
  }

  /** A single file may be named as it likes: it has the first form then. */
  private FileForm form(Path file) {
    String name = file.getFileName().toString();
    return forms.entrySet().stream()
        .filter(form -> ends(name, form.getKey()))
        .findFirst()
        .or(() -> forms.entrySet().stream().findFirst())
        .map(Map.Entry::getValue)
        .orElseThrow();
  }

  private static boolean ends(String name, String ending) {
    int length = ending.length();
    return name.regionMatches(true, name.length() - length, ending, 0, length);
  }

  private static Rejection unreadable(Path file, IOException e) {
    return new Rejection(file.toString(), 0, "cannot be read (" + e + "); check its permissions");
  }

  private static String cursor(Set<String> taken) {
    return String.join("\n", taken);
  }
}
