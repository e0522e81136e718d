package org.muscat.server.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.Json;
import org.muscat.server.imports.CsvImport;
import org.muscat.server.imports.FeedImport;
import org.muscat.server.imports.ImportMap;
import org.muscat.server.imports.KnownAt;
import org.muscat.server.runtime.Installation;
import org.muscat.server.runtime.Session;
import org.muscat.spi.Batch.Rejection;
import org.muscat.store.Appended;
import org.muscat.store.Delivery;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muscat import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Stores recorded series: CSV files through a map, or what a feed reads.",
    footer = {
      "%nExamples:",
      "  muscat import --map brent --file brent-daily.csv --known lag:P1BD",
      "  muscat import --series oil/brent-spot --file prices.csv --known column",
      "  muscat import --feed gdelt-files --source gdelt --file 20180101000000.export.CSV --set"
          + " dyads=[USA-IRN]",
      "  muscat import --feed chronicle"
    })
final class ImportCommand implements Callable<Integer> {

  private static final int SHOWN_REJECTIONS = 10;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @ArgGroup(multiplicity = "1", exclusive = true)
  private Kind kind = new Kind();

  /** A file through a map, or a feed. */
  static final class Kind {

    @ArgGroup(exclusive = false)
    private @Nullable Columns columns;

    @Option(
        names = "--feed",
        paramLabel = "FEED",
        description = "Run a feed of a plugin once, from its beginning to its end.")
    private @Nullable String feed;
  }

  /** Which columns. */
  static final class Columns {

    @Option(
        names = "--map",
        paramLabel = "MAP",
        description = "A map file, or the name of one in conf/maps.")
    private @Nullable String map;

    @Option(
        names = "--series",
        paramLabel = "SERIES",
        description =
            "One series of the map; without a map, of a file with the columns date and value.")
    private @Nullable String series;
  }

  @Option(names = "--file", paramLabel = "FILE", description = "The file.")
  private @Nullable Path file;

  @Option(
      names = "--known",
      paramLabel = "HOW",
      description =
          "From when rows count as known: column, lag:P9D, lag:P1BD (business days) or"
              + " at:INSTANT.")
  private @Nullable String known;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description =
          "What the rows of the feed are attributed to, as 'source' of a configured feed says"
              + " (default: the feed). A series is read from one source: the same source makes one"
              + " past of two feeds, such as gdelt of gdelt and gdelt-files.")
  private @Nullable String source;

  @Option(
      names = "--vintage",
      paramLabel = "V",
      defaultValue = "1",
      description = "The epoch of the source, counted up when it changed its method.")
  private int vintage = 1;

  @Option(
      names = "--set",
      paramLabel = "OPTION=VALUE",
      description = "An option of the feed, its value as YAML: dyads=[USA-IRN].")
  private Map<String, String> options = new LinkedHashMap<>();

  @Override
  public Integer call() {
    if (vintage < 1) {
      throw usage("--vintage " + vintage + " is not a number from 1 on");
    }
    if (source != null && (kind.feed == null || source.isBlank())) {
      throw usage(
          "--source '" + source + "' goes with --feed, and is not blank; maps name their own");
    }
    if (kind.feed == null && (file == null || known == null)) {
      throw usage("name the file with --file, and with --known from when its rows count as known");
    }
    if (kind.feed != null && file != null && Files.notExists(file)) {
      throw usage("--file " + file + " does not exist; correct the path");
    }
    try (Session session = common.open()) {
      return kind.feed == null ? importFile(session) : importFeed(session, kind.feed);
    }
  }

  private int importFile(Session session) {
    ImportMap map = map();
    CsvImport.Content content =
        CsvImport.read(
            Objects.requireNonNull(file), map, KnownAt.parse(Objects.requireNonNull(known)));
    Appended appended =
        session
            .store()
            .append(
                new Delivery(
                    map.source(),
                    vintage,
                    session.clock().instant(),
                    content.observations(),
                    null));
    report(appended.stored(), appended.unchanged(), content.rejections());
    return content.observations().isEmpty() && !content.rejections().isEmpty()
        ? ExitCode.INTERNAL
        : ExitCode.OK;
  }

  private int importFeed(Session session, String feed) {
    FeedImport imports = new FeedImport(session.plugins(), session.store(), session.clock());
    Map<String, String> all = new LinkedHashMap<>(options);
    if (file != null) {
      all.put("path", Json.compact(file.toAbsolutePath().toString()));
    }
    FeedImport.Result result =
        imports.run(
            feed,
            source == null ? feed : source,
            all,
            known == null ? null : KnownAt.parse(known),
            vintage);
    report(result.stored(), result.unchanged(), result.rejections());
    if (result.failure() == null) {
      return ExitCode.OK;
    }
    spec.commandLine().getErr().println("muscat: feed '" + feed + "': " + result.failure());
    return ExitCode.FETCH_FAILED;
  }

  private ImportMap map() {
    Columns columns = kind.columns == null ? new Columns() : kind.columns;
    if (columns.map == null) {
      return ImportMap.plain(String.valueOf(columns.series));
    }
    Path named = Path.of(columns.map);
    Path shipped = Installation.running().maps().resolve(columns.map + ".yaml");
    ImportMap map = ImportMap.read(Files.exists(named) ? named : shipped);
    return columns.series == null ? map : map.only(columns.series);
  }

  private void report(int stored, int unchanged, List<Rejection> rejections) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%d stored, %d unchanged, %d rejected%n", stored, unchanged, rejections.size());
    out.flush();
    List<String> shown = new ArrayList<>();
    rejections.stream().limit(SHOWN_REJECTIONS).forEach(one -> shown.add("  " + one));
    if (rejections.size() > SHOWN_REJECTIONS) {
      shown.add("  and " + (rejections.size() - SHOWN_REJECTIONS) + " more");
    }
    shown.forEach(spec.commandLine().getErr()::println);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
