package org.muscat.server.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.margin.BandCuts;
import org.muscat.engine.response.AsymmetricResponse;
import org.muscat.engine.theatre.MarginModel;
import org.muscat.engine.theatre.TheatreModel.History;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.server.config.Section;
import org.muscat.server.index.Moments;
import org.muscat.store.SourceRanking;

/** Reads {@code sources}, {@code response}, {@code margin} and {@code history} of a model. */
final class HeadReader {

  private final Section model;
  private final Problems problems;

  HeadReader(Section model, Problems problems) {
    this.model = model;
    this.problems = problems;
  }

  SourceRanking sources() {
    List<String> sources = model.texts("sources");
    return Attempt.of(() -> SourceRanking.of(sources), model, "sources")
        .orElse(SourceRanking.byName());
  }

  /** {@code {eta-down: 0.80, eta-up: 0.40}}. */
  AsymmetricResponse response() {
    AsymmetricResponse standard = AsymmetricResponse.DEFAULT;
    Optional<ConfigNode> node = model.get("response");
    if (node.isEmpty()) {
      return standard;
    }
    Section section = Section.of(node.get(), problems, List.of("eta-down", "eta-up"));
    double down = section.optionalNumber("eta-down").orElse(standard.down());
    double up = section.optionalNumber("eta-up").orElse(standard.up());
    return Attempt.of(() -> new AsymmetricResponse(down, up), model, "response").orElse(standard);
  }

  /** {@code {cuts: [70, 55, 40, 25], days: 14, drift: 0}}. */
  MarginModel margin() {
    MarginModel standard = MarginModel.DEFAULT;
    Optional<ConfigNode> node = model.get("margin");
    if (node.isEmpty()) {
      return standard;
    }
    Section section = Section.of(node.get(), problems, List.of("cuts", "days", "drift"));
    BandCuts cuts = section.get("cuts").isEmpty() ? standard.cuts() : cuts(section);
    double days = section.optionalNumber("days").orElse(standard.days());
    double drift = section.optionalNumber("drift").orElse(standard.drift());
    return Attempt.of(
            () -> new MarginModel(cuts, days, drift, standard.reliability()), section, "days")
        .orElse(standard);
  }

  private static BandCuts cuts(Section section) {
    List<Double> cuts = new ArrayList<>();
    for (String text : section.texts("cuts")) {
      number(text).ifPresent(cuts::add);
    }
    if (cuts.size() != 4 || section.list("cuts").size() != 4) {
      section.problem("cuts", "the cuts are four falling numbers, such as [70, 55, 40, 25]");
      return BandCuts.DEFAULT;
    }
    return Attempt.of(
            () -> new BandCuts(cuts.get(0), cuts.get(1), cuts.get(2), cuts.get(3)), section, "cuts")
        .orElse(BandCuts.DEFAULT);
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** {@code {from: 2019-01-01, warm-up: P800D}}. */
  History history() {
    Optional<ConfigNode> node = model.get("history");
    if (node.isEmpty()) {
      return History.WHOLE;
    }
    Section section = Section.of(node.get(), problems, List.of("from", "warm-up"));
    if (section.get("from").isEmpty() && section.get("warm-up").isPresent()) {
      section.problem(
          "warm-up", "without 'from' the history begins with the first thing known; name 'from'");
    }
    Duration warmUp = section.span("warm-up", History.DEFAULT_WARM_UP);
    return new History(from(section), warmUp);
  }

  private static @Nullable Instant from(Section section) {
    if (section.get("from").isEmpty()) {
      return null;
    }
    String text = section.text("from");
    try {
      return text.contains("T")
          ? Moments.parse(text)
          : Moments.parse(
              LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    } catch (DateTimeParseException e) {
      section.problem("from", "'" + text + "' is not a date such as 2019-01-01 or an instant");
    } catch (IllegalArgumentException e) {
      section.problem("from", String.valueOf(e.getMessage()));
    }
    return null;
  }
}
