package org.muscat.host.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.load.Candidate;
import org.muscat.host.load.Patience;
import org.muscat.spi.Observation;
import org.muscat.testkit.History;

/** Tries a plugin that is compiled on the spot. */
final class Trying {

  static final String INPUT = "test/x";
  static final Instant NEWEST = Instant.parse("2024-01-10T00:00:00Z");
  private final Path folder;
  private Duration deadline = Contract.PATIENCE.deadline();
  private final List<IndicatorSample> indicators = new ArrayList<>();
  private final List<FeedSample> feeds = new ArrayList<>();

  Trying(Path folder) {
    this.folder = folder;
  }

  /** Waits only so long for each call. */
  Trying within(Duration impatient) {
    deadline = impatient;
    return this;
  }

  /** Ten days of the input with the values 1 to 10 over 10, read on the last two. */
  Trying sample(String indicator, Map<String, Drive> drives) {
    return sample(indicator, "", drives);
  }

  Trying sample(String indicator, String config, Map<String, Drive> drives) {
    List<Observation> days = new ArrayList<>();
    for (int day = 0; day < 10; day++) {
      days.add(Observation.point(INPUT, NEWEST.minus(Duration.ofDays(9L - day)), (day + 1) / 10.0));
    }
    indicators.add(
        new IndicatorSample(
            indicator,
            config,
            days,
            List.of(NEWEST.minus(Duration.ofDays(1)), NEWEST),
            drives,
            Map.of(),
            (told, asOf, inputs) -> new History().add(told).view(asOf, inputs)));
    return this;
  }

  Trying feed(String feed, Optional<PlayedSource> source) {
    feeds.add(new FeedSample(feed, "", source, folder, NEWEST));
    return this;
  }

  /** What all checks find that have these ids, or all of them. */
  List<Finding> findings(PluginSource plugin, String... ids) throws IOException {
    return findings(
        PluginJar.of("tried", plugin),
        check -> ids.length == 0 || List.of(ids).contains(check.id()));
  }

  List<Finding> findings(PluginJar jar, Predicate<ContractCheck> which) throws IOException {
    Patience patience = new Patience(deadline, Contract.PATIENCE.grace());
    Candidate candidate = Candidate.of(jar.in(folder));
    try (Contract contract = Contract.of(candidate, indicators, feeds, patience)) {
      return contract.checks().stream()
          .filter(which)
          .flatMap(check -> check.run().stream())
          .toList();
    }
  }

  /** The ids of the checks that found something. */
  List<String> failing(PluginSource plugin) throws IOException {
    return findings(plugin).stream().map(Finding::check).distinct().toList();
  }
}
