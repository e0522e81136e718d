package org.muscat.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.FlagDocument;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.document.MarginDocument;
import org.muscat.server.document.RegimeDocument;
import org.muscat.server.document.TripWireDocument;

/** What stands beside an index, in lines for a terminal: regime, flags, margin and trip-wires. */
final class TheatreLines {

  private static final int NEAREST = 3;

  private TheatreLines() {}

  /** What there is to say; of a regime and its flags nothing if the model judges none. */
  static List<String> of(IndexDocument index) {
    List<String> lines = new ArrayList<>();
    String regime = index.regime().regime();
    if (regime != null) {
      lines.add(regime(regime, index.regime()));
      lines.add(flags(index.flags()));
    }
    lines.add(margin(index.margin(), index.stability()));
    lines.addAll(tripWires(index.tripWires()));
    return lines;
  }

  private static List<String> tripWires(List<TripWireDocument> wires) {
    List<String> nearest =
        wires.stream()
            .filter(wire -> wire.trippingReading() != null)
            .limit(NEAREST)
            .map(TheatreLines::tripWire)
            .toList();
    return nearest.isEmpty() && !wires.isEmpty()
        ? List.of("  no indicator trips it alone")
        : nearest;
  }

  private static String regime(String name, RegimeDocument regime) {
    return "Regime "
        + upper(name)
        + " since "
        + Objects.requireNonNull(regime.since()).substring(0, 10)
        + ": "
        + regime.reason();
  }

  /** Undecided flags are told beside those that are raised: missing is not calm. */
  private static String flags(List<FlagDocument> flags) {
    String raised = names(flags, "raised");
    String undecided = names(flags, "undecided");
    return "Flags raised: "
        + (raised.isEmpty() ? "none" : raised)
        + (undecided.isEmpty() ? "" : "; undecided: " + undecided);
  }

  private static String names(List<FlagDocument> flags, String verdict) {
    return String.join(
        ", ",
        flags.stream()
            .filter(flag -> flag.verdict().equals(verdict))
            .map(flag -> upper(flag.flag()))
            .toList());
  }

  /** The margin is about the mean of the pillars, so the line names that number. */
  private static String margin(MarginDocument margin, IndexDocument.@Nullable Stability stability) {
    String band = margin.band() == null ? "" : "; band " + upper(margin.band());
    Double sigmas = margin.sigmas();
    if (margin.word() == null || sigmas == null || stability == null) {
      return "Margin: none, " + margin.reason() + band;
    }
    return String.format(
        Locale.ROOT,
        "Margin %s: the pillars together, %.1f, are %.1f sigma %s %.1f%s%s",
        upper(margin.word()),
        stability.dynamic(),
        Math.abs(sigmas),
        sigmas < 0 ? "below" : "above",
        margin.threshold(),
        band,
        vetoes(margin.vetoes()));
  }

  private static String vetoes(List<String> vetoes) {
    return vetoes.isEmpty()
        ? ""
        : "; not AMPLE for " + String.join(", ", vetoes.stream().map(TheatreLines::upper).toList());
  }

  private static String tripWire(TripWireDocument wire) {
    return "  trips with "
        + wire.indicator()
        + " at "
        + reading(wire.trippingReading())
        + " "
        + wire.unit()
        + " (now "
        + reading(wire.reading())
        + ")";
  }

  private static String reading(@Nullable Double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
