package org.muscat.server.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muscat.host.LoadedPlugins;
import org.muscat.server.document.Json;
import org.muscat.server.document.ScaleDocument;
import org.muscat.server.scales.Anchors;
import org.muscat.server.scales.ScaleCheck;
import org.muscat.server.scales.ScaleChecks;
import org.muscat.spi.Calibration;
import org.muscat.store.SourceRanking;
import org.muscat.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muscat scales}. */
@Command(
    name = "scales",
    mixinStandardHelpOptions = true,
    description =
        "Computes the anchors of indicators again, from the store and for the window that each"
            + " names, and shows them beside those in use; where they depend on options, such as a"
            + " strait, for each case that the plugin names. Nothing is changed.",
    footer = "%nExit codes: 0 shown, 2 usage, 3 the store gives none of them, 78 configuration.")
final class ScalesCommand implements Callable<Integer> {

  private static final String ROW = "%-46s %-24s %5s  %-21s %-21s %-17s%s%n";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--indicator",
      paramLabel = "ID",
      description = "Only this one; more than one is possible (default: all that name a window).")
  private List<String> indicators = new ArrayList<>();

  @Option(
      names = "--sources",
      paramLabel = "S",
      split = ",",
      description =
          "Which source of a series comes first, as in a model: eia,fred (default: by name).")
  private List<String> sources = new ArrayList<>();

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() {
    TheatreOptions.requireStore(common);
    try (LoadedPlugins plugins = common.loadAllowed();
        Store store = common.openStore()) {
      ScaleChecks checks = new ScaleChecks(plugins, store, SourceRanking.of(sources));
      List<String> chosen = indicators.isEmpty() ? checks.indicators() : indicators;
      List<ScaleCheck> found = chosen.stream().flatMap(id -> checks.check(id).stream()).toList();
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.pretty(found.stream().map(ScaleDocument::of).toList()));
      } else {
        table(found, out);
      }
      out.flush();
      return found.stream().anyMatch(check -> check.computed().isPresent())
          ? ExitCode.OK
          : ExitCode.REFUSED;
    }
  }

  private static void table(List<ScaleCheck> checks, PrintWriter out) {
    out.println("In use, and what the store gives for the same window:");
    out.printf(ROW, "indicator", "window", "n", "calm", "stressed", "sigma", "");
    for (ScaleCheck check : checks) {
      Calibration calibration = check.calibration();
      out.printf(
          Locale.ROOT,
          ROW,
          check.indicator(),
          calibration.from() + ".." + calibration.to(),
          check.readings(),
          pair(check.given().map(Anchors::calm), check.computed().map(Anchors::calm)),
          pair(check.given().map(Anchors::stressed), check.computed().map(Anchors::stressed)),
          pair(check.given().map(Anchors::sigma), check.computed().map(Anchors::sigma)),
          calibration.origin() == Calibration.Origin.CHOICE ? "anchors are a choice" : "");
      if (!check.note().isEmpty()) {
        out.println("  " + check.note());
      }
    }
  }

  private static String pair(Optional<Double> given, Optional<Double> computed) {
    return text(given) + " / " + text(computed);
  }

  private static String text(Optional<Double> figure) {
    return figure.map(known -> String.format(Locale.ROOT, "%.5g", known)).orElse("-");
  }
}
