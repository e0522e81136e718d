package org.muscat.diplomacy.chronicle;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muscat.diplomacy.chronicle.ChronicleSource.SourceFile;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.FeedException;

/**
 * A chronicle as those see it who keep it: its files, its events, and what is wrong with them. Read
 * with the very code of the feed. Immutable; any thread.
 */
public final class ChronicleBook {

  /**
   * An event, in the words of the coding manual.
   *
   * @param file in which it stands
   * @param line on which it begins, from 1
   * @param domain such as {@code kinetic}
   * @param until the last day of what lasted, or a deadline
   * @param confidence A, B or C
   * @param sources how many
   */
  public record Entry(
      String file,
      long line,
      String id,
      LocalDate date,
      String type,
      String domain,
      String area,
      List<String> actors,
      Optional<LocalDate> until,
      String confidence,
      boolean verified,
      int sources,
      String summary) {}

  private final Map<String, String> texts;
  private final LocalDate today;
  private final List<CodedFile> files = new ArrayList<>();
  private final List<Rejection> problems = new ArrayList<>();

  private ChronicleBook(Map<String, String> texts, LocalDate today) {
    this.texts = texts;
    this.today = today;
    texts.forEach(
        (name, text) -> {
          ChronicleParser.Result result = ChronicleParser.parse(name, text);
          problems.addAll(result.rejections());
          if (result.file() != null) {
            files.add(result.file());
          }
        });
    if (!files.isEmpty()) {
      problems.addAll(ChronicleLint.problems(files.get(0).theatre(), files, today));
      problems.addAll(ChronicleLint.codedAhead(files, today));
    }
  }

  /**
   * The chronicle of a theatre that is inside the plugin.
   *
   * @param today the day that runs, UTC; what is coded ends before it
   * @throws FeedException if there is none
   */
  public static ChronicleBook bundled(String theatre, LocalDate today) throws FeedException {
    return of(new BundledChronicle(theatre), today);
  }

  /**
   * The chronicle in a folder: its {@code *.yaml} files.
   *
   * @param today the day that runs, UTC; what is coded ends before it
   * @throws FeedException if the folder cannot be read, or has no such file
   */
  public static ChronicleBook inFolder(Path folder, LocalDate today) throws FeedException {
    ChronicleBook book = of(new ChronicleFolder(folder), today);
    if (book.texts.isEmpty()) {
      throw new FeedException(
          FeedException.Reason.CONFIGURATION,
          "there is no file of a chronicle, such as 2020.yaml, in " + folder);
    }
    return book;
  }

  private static ChronicleBook of(ChronicleSource source, LocalDate today) throws FeedException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (SourceFile file : source.files()) {
      texts.put(file.name(), file.text());
    }
    return new ChronicleBook(texts, today);
  }

  /** The same with another text of a file, or with one file more. */
  public ChronicleBook with(String file, String text) {
    Map<String, String> changed = new LinkedHashMap<>(texts);
    changed.put(file, text);
    return new ChronicleBook(changed, today);
  }

  /** The types that an event may have, sorted. */
  public static List<String> types() {
    return EventReader.TYPES.stream().sorted().toList();
  }

  /** The areas that an event may be in, sorted. */
  public static List<String> areas() {
    return EventReader.AREAS.stream().sorted().toList();
  }

  /** The text of a file; empty if there is no such file. */
  public Optional<String> text(String file) {
    return Optional.ofNullable(texts.get(file));
  }

  /** How many files it has, sound or not. */
  public int size() {
    return texts.size();
  }

  /**
   * Everything that is wrong, by file and line. What must hold between events is looked at in the
   * sound files only; they should be of one theatre, that of the first.
   */
  public List<Rejection> problems() {
    return problems.stream()
        .sorted(Comparator.comparing(Rejection::where).thenComparing(Rejection::line))
        .toList();
  }

  /** The events of the sound files, by date and id. */
  public List<Entry> entries() {
    return files.stream()
        .flatMap(file -> file.events().stream().map(event -> entry(file, event)))
        .sorted(Comparator.comparing(Entry::date).thenComparing(Entry::id))
        .toList();
  }

  private static Entry entry(CodedFile file, CodedEvent event) {
    return new Entry(
        file.name(),
        event.line(),
        event.id(),
        event.date(),
        event.type().word(),
        Words.of(event.type().domain()),
        event.area(),
        event.actors(),
        Optional.ofNullable(event.until()),
        event.confidence(),
        event.verified(),
        event.sources().size(),
        event.summary());
  }
}
