package org.muscat.chronicle;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muscat.diplomacy.chronicle.ChronicleBook;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.FeedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code muscat chronicle add}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description =
        "Adds an event at the end of the file of its year, DIR/2025.yaml. Nothing is written unless"
            + " the whole chronicle is sound with it; the rest of the file stays as it is. What the"
            + " words mean is said in the coding manual, conf/chronicle/CODING.md.")
final class AddCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private ChronicleCommand chronicle = ChronicleCommand.inUtc();

  @Option(names = "--folder", required = true, paramLabel = "DIR", description = "The chronicle.")
  private Path folder = Path.of("");

  @Option(
      names = "--date",
      required = true,
      paramLabel = "DATE",
      description = "The UTC day on which it was public and confirmed.")
  private LocalDate date = LocalDate.EPOCH;

  @Option(
      names = "--slug",
      required = true,
      paramLabel = "SLUG",
      description = "What follows the date in the id: us-leaves-jcpoa.")
  private String slug = "";

  @Option(names = "--type", required = true, paramLabel = "TYPE", description = "Such as contact.")
  private String type = "";

  @Option(
      names = "--summary",
      required = true,
      paramLabel = "TEXT",
      description = "One sentence, in your own words.")
  private String summary = "";

  @Option(
      names = "--actors",
      required = true,
      split = ",",
      paramLabel = "CODE",
      description = "CAMEO codes, who began first: USA,IRN.")
  private List<String> actors = new ArrayList<>();

  @Option(names = "--area", required = true, paramLabel = "AREA", description = "Such as gulf.")
  private String area = "";

  @Option(names = "--confidence", required = true, paramLabel = "A|B|C", description = "Section 6.")
  private String confidence = "";

  @Option(names = "--verified", description = "Two independent sources that you opened support it.")
  private boolean verified;

  @Option(
      names = "--source",
      paramLabel = "TITLE|PUBLISHER|DATE|LINK",
      converter = EventSource.Opened.class,
      description = "A source that you opened; DATE and LINK may be left out. May be repeated.")
  private List<EventSource> opened = new ArrayList<>();

  @Option(
      names = "--unopened-source",
      paramLabel = "TITLE|PUBLISHER|DATE|LINK",
      converter = EventSource.Unopened.class,
      description = "A source that you know of and did not open. May be repeated.")
  private List<EventSource> unopened = new ArrayList<>();

  @Option(names = "--coder", required = true, paramLabel = "NAME", description = "You.")
  private String coder = "";

  @Option(names = "--coded", paramLabel = "DATE", description = "Default: today (UTC).")
  private @Nullable LocalDate coded;

  @Option(names = "--mediator", paramLabel = "CODE", description = "Of talks.")
  private @Nullable String mediator;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "Of force, that of the type: section 5.2 of the manual.")
  private @Nullable String level;

  @Option(names = "--attribution", paramLabel = "WORD", description = "Of force.")
  private @Nullable String attribution;

  @Option(
      names = "--assets",
      split = ",",
      paramLabel = "UNIT",
      description = "Of a deployment: carrier-group,carrier-group.")
  private List<String> assets = new ArrayList<>();

  @Option(names = "--arrived", paramLabel = "DATE", description = "Of a deployment.")
  private @Nullable LocalDate arrived;

  @Option(names = "--threat", paramLabel = "WORD", description = "Of an ultimatum.")
  private @Nullable String threat;

  @Option(names = "--stance", paramLabel = "WORD", description = "Of an allied statement.")
  private @Nullable String stance;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "The last day of what lasted, or a deadline.")
  private @Nullable LocalDate until;

  @Option(names = "--note", paramLabel = "TEXT", description = "Doubts, differing dates.")
  private @Nullable String note;

  @Override
  public Integer call() throws FeedException, IOException {
    ChronicleBook book = ChronicleBook.inFolder(folder, chronicle.today());
    if (!book.problems().isEmpty()) {
      return refuse("the chronicle is not sound; first repair", book.problems());
    }
    String file = folder.resolve(date.getYear() + ".yaml").toString();
    String text = book.text(file).orElseThrow(() -> noFile(file));
    String changed = block().appendTo(text);
    List<Rejection> problems = book.with(file, changed).problems();
    if (!problems.isEmpty()) {
      return refuse("nothing was written, because of", problems);
    }
    replace(Path.of(file), changed);
    PrintWriter out = spec.commandLine().getOut();
    out.println("added " + date + "-" + slug + " to " + file);
    out.flush();
    return ChronicleCommand.OK;
  }

  private ParameterException noFile(String file) {
    return new ParameterException(
        spec.commandLine(),
        file
            + " does not exist; write it with the days that are coded, and no event:"
            + " theatre, codedFrom, codedThrough, events: []");
  }

  private EventBlock block() {
    List<EventSource> sources = new ArrayList<>(opened);
    sources.addAll(unopened);
    EventBlock block =
        new EventBlock()
            .plain("id", date + "-" + slug)
            .plain("date", date)
            .plain("type", type)
            .quoted("summary", summary)
            .list("actors", actors)
            .plain("area", area)
            .plain("mediator", Optional.ofNullable(mediator))
            .plain("level", Optional.ofNullable(level))
            .plain("attribution", Optional.ofNullable(attribution));
    if (!assets.isEmpty()) {
      block.list("assets", assets);
    }
    block
        .plain("arrived", Optional.ofNullable(arrived))
        .plain("threat", Optional.ofNullable(threat))
        .plain("stance", Optional.ofNullable(stance))
        .plain("until", Optional.ofNullable(until))
        .plain("confidence", confidence)
        .plain("verified", verified)
        .sources(sources)
        .quoted("coder", coder)
        .plain("coded", coded == null ? chronicle.today() : coded);
    return note == null ? block : block.quoted("note", note);
  }

  private int refuse(String why, List<Rejection> problems) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("muscat: " + why);
    problems.forEach(problem -> err.println("  " + problem));
    err.flush();
    return ChronicleCommand.PROBLEMS;
  }

  /** Another process sees the old file or the new one, never a part. */
  private static void replace(Path file, String text) throws IOException {
    Path whole = Path.of(file + ".tmp");
    Files.writeString(whole, text);
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
