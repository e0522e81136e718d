package org.muscat.chronicle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muscat.diplomacy.chronicle.ChronicleBook;
import org.muscat.diplomacy.chronicle.ChronicleBook.Entry;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.FeedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code muscat chronicle show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Shows the events of a chronicle by date. A star after the confidence says that nobody"
            + " verified the event. Files with a problem are left out, as the feed leaves them out.")
final class ShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private ChronicleCommand chronicle = ChronicleCommand.inUtc();

  @Mixin private Which which = new Which();

  @Option(names = "--from", paramLabel = "DATE", description = "The first day, such as 2019-05-01.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "The last day.")
  private @Nullable LocalDate to;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Only these types, such as seizure; more than one is possible.")
  private List<String> types = new ArrayList<>();

  @Option(
      names = "--area",
      paramLabel = "AREA",
      description = "Only these areas, such as gulf; more than one is possible.")
  private List<String> areas = new ArrayList<>();

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() throws FeedException, JsonProcessingException {
    require(new KnownWords("--type", ChronicleBook.types()), types);
    require(new KnownWords("--area", ChronicleBook.areas()), areas);
    ChronicleBook book = which.open(chronicle.today());
    List<String> leftOut = book.problems().stream().map(Rejection::where).distinct().toList();
    List<Entry> entries =
        book.entries().stream()
            .filter(entry -> !leftOut.contains(entry.file()))
            .filter(this::isWanted)
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          new ObjectMapper()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(entries.stream().map(ShowCommand::document).toList()));
    } else {
      entries.forEach(entry -> row(entry, out));
      out.println("events: " + entries.size());
    }
    out.flush();
    leftOut.forEach(file -> spec.commandLine().getErr().println(file + " is left out; lint it"));
    return leftOut.isEmpty() ? ChronicleCommand.OK : ChronicleCommand.PROBLEMS;
  }

  /** A misspelt word would find no events, and read as if there were none. */
  private void require(KnownWords known, List<String> given) {
    known
        .problem(given)
        .ifPresent(
            problem -> {
              throw new ParameterException(spec.commandLine(), problem);
            });
  }

  private boolean isWanted(Entry entry) {
    return (from == null || !entry.date().isBefore(from))
        && (to == null || !entry.date().isAfter(to))
        && (types.isEmpty() || types.contains(entry.type()))
        && (areas.isEmpty() || areas.contains(entry.area()));
  }

  private static void row(Entry entry, PrintWriter out) {
    out.printf(
        "%-10s  %-18s %-9s %-2s  %s%n",
        entry.date(),
        entry.type(),
        entry.area(),
        entry.confidence() + (entry.verified() ? "" : "*"),
        entry.summary());
  }

  private static Map<String, Object> document(Entry entry) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", entry.id());
    document.put("date", entry.date().toString());
    document.put("type", entry.type());
    document.put("domain", entry.domain());
    document.put("area", entry.area());
    document.put("actors", entry.actors());
    entry.until().ifPresent(until -> document.put("until", until.toString()));
    document.put("confidence", entry.confidence());
    document.put("verified", entry.verified());
    document.put("sources", entry.sources());
    document.put("summary", entry.summary());
    document.put("file", entry.file());
    document.put("line", entry.line());
    return document;
  }
}
