package org.muscat.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muscat.server.archive.CsvArchive;
import org.muscat.server.archive.OpenMetricsArchive;
import org.muscat.server.archive.StateCsv;
import org.muscat.server.index.Moments;
import org.muscat.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muscat store export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes observations, or the stored states of a theatre, as text. CSV holds every version of"
          + " every observation and comes back by 'muscat store import'; OpenMetrics holds the"
          + " points as they were known at one moment."
    },
    footer = {
      "%nExamples:",
      "  muscat store export >all.csv",
      "  muscat store export --series oil/brent-spot --from 2020-01-01T00:00:00Z",
      "  muscat store export --theatre hormuz --format openmetrics --out hormuz.om",
      "  promtool tsdb create-blocks-from openmetrics hormuz.om blocks"
    })
final class StoreExportCommand implements Callable<Integer> {

  /** How it is written. */
  enum Format {
    CSV,
    OPENMETRICS
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--series",
      paramLabel = "S",
      description = "A series; may be given several times (default: all).")
  private List<String> series = new ArrayList<>();

  @Option(
      names = "--theatre",
      paramLabel = "T",
      description = "The stored states of a theatre instead, as 'muscat backfill' stores them.")
  private @Nullable String theatre;

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description = "The earliest observed-at, or as-of of a state (default: the first).")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "INSTANT",
      description = "The latest observed-at, or as-of of a state (default: the last).")
  private @Nullable String to;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = "Only what was known by then (default: all that is known now).")
  private @Nullable String asOf;

  @Option(
      names = "--format",
      defaultValue = "csv",
      description = "csv or openmetrics (default: ${DEFAULT-VALUE}).")
  private Format format = Format.CSV;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A file that is not there yet (default: the standard output).")
  private @Nullable Path out;

  @Override
  public Integer call() {
    Instant first = moment("--from", from, Instant.MIN);
    Instant last = moment("--to", to, Instant.MAX);
    Instant known = moment("--as-of", asOf, unlimited());
    if (first.isAfter(last)) {
      throw usage("--from " + from + " is after --to " + to + "; swap them");
    }
    if (theatre != null && !(series.isEmpty() && asOf == null)) {
      throw usage("--theatre exports states: leave --series and --as-of out");
    }
    TheatreOptions.requireStore(common);
    try (Store store = common.openStore()) {
      if (out == null) {
        finish(write(store, first, last, known, spec.commandLine().getOut()), "written");
        return ExitCode.OK;
      }
      if (Files.exists(out)) {
        throw usage(out + " is there already; name another file");
      }
      try (PrintWriter file =
          new PrintWriter(Files.newBufferedWriter(out, StandardCharsets.UTF_8))) {
        long rows = write(store, first, last, known, file);
        finish(rows, "written to " + out);
      }
      return ExitCode.OK;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + out, e);
    }
  }

  /** Views of the present see nothing that is to become known, a file of all versions does. */
  private Instant unlimited() {
    return format == Format.CSV ? Instant.MAX : Clock.systemUTC().instant();
  }

  private long write(Store store, Instant first, Instant last, Instant known, PrintWriter to) {
    List<String> chosen = series.isEmpty() ? store.archive().series() : series;
    long rows;
    if (theatre != null && !store.indexStates().theatres().contains(theatre)) {
      throw new IllegalArgumentException(
          "there are no stored states of theatre '"
              + theatre
              + "'; there are of "
              + store.indexStates().theatres()
              + "; 'muscat backfill' stores them");
    }
    if (format == Format.CSV) {
      rows =
          theatre == null
              ? new CsvArchive(store.archive()).write(chosen, first, last, known, to)
              : StateCsv.write(store.indexStates(), theatre, first, last, to);
    } else {
      OpenMetricsArchive text = new OpenMetricsArchive(to);
      rows =
          theatre == null
              ? text.observations(store.archive(), chosen, first, last, known)
              : text.states(store.indexStates(), theatre, first, last);
    }
    if (to.checkError()) {
      throw new IllegalStateException(
          "not all could be written: is the disk full, or the reader gone?");
    }
    return rows;
  }

  /** The standard output may be the export itself. */
  private void finish(long rows, String where) {
    spec.commandLine()
        .getErr()
        .println(rows + (format == Format.CSV ? " rows " : " samples ") + where);
    spec.commandLine().getErr().flush();
  }

  private Instant moment(String option, @Nullable String text, Instant otherwise) {
    try {
      return text == null ? otherwise : Moments.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
