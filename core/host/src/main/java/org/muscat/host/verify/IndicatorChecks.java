package org.muscat.host.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.host.load.Offer;
import org.muscat.host.load.OfferedIndicator;
import org.muscat.host.load.OfferedIndicator.Made;
import org.muscat.host.load.Patience;
import org.muscat.spi.Event;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Scale;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;

/** What is asked of one kind of indicator. */
final class IndicatorChecks {

  private static final Instant LONG_AFTER = Instant.parse("2025-01-01T00:00:00Z");

  private final Offer offer;
  private final OfferedIndicator indicator;
  private final Patience patience;
  private final String subject;
  private final List<ContractCheck> checks = new ArrayList<>();

  private IndicatorChecks(Offer offer, OfferedIndicator indicator, Patience patience) {
    this.offer = offer;
    this.indicator = indicator;
    this.patience = patience;
    this.subject = "indicator '" + indicator.descriptor().id() + "'";
  }

  static List<ContractCheck> of(
      Offer offer, OfferedIndicator indicator, List<IndicatorSample> samples, Patience patience) {
    IndicatorChecks checks = new IndicatorChecks(offer, indicator, patience);
    checks.addWithoutOptions();
    Options.toTry(samples.stream().map(IndicatorSample::config).toList(), indicator.options())
        .ifPresent(checks::addWithOptions);
    for (IndicatorSample sample : samples) {
      checks.checks.addAll(
          new IndicatorSampleChecks(
                  checks.subject, offer.contextLoader(), indicator, sample, patience)
              .all());
    }
    return checks.checks;
  }

  private void addWithoutOptions() {
    add("describes-itself", "has a title of one line and says where it comes from", this::describe);
    add(
        "options-documented",
        "documents each of its options",
        findings -> Options.documented(indicator.options(), findings));
    add(
        "secrets-are-secret",
        "takes no secret as a text",
        findings -> Options.secret(indicator.options(), findings));
  }

  private void addWithOptions(String config) {
    add("options-bind", "can be made of its options", findings -> made(config, findings));
    add(
        "config-round-trip",
        "is the same when made of the text of its configuration",
        findings -> roundTrip(config, findings));
    add(
        "unknown-option-refused",
        "refuses an option that it does not have",
        findings -> unknown(config, findings));
    add(
        "made-without-threads",
        "starts no thread when it is made",
        findings -> quiet(config, findings));
    add(
        "no-data-without-data",
        "says that it has no data, when nothing is known",
        findings -> nothingKnown(config, findings));
  }

  private void add(String id, String sentence, ContractCheck.Trial trial) {
    checks.add(new ContractCheck(id, subject, sentence, trial));
  }

  private void describe(Findings findings) {
    LoadChecks.title(indicator.descriptor().title(), findings);
    if (indicator.descriptor().literature().equals(indicator.descriptor().title())) {
      findings.add("its literature is its title.", "Say where the formula comes from.");
    }
  }

  /** What the plugin makes of a configuration; empty after a finding. */
  private Optional<Made> made(String config, Findings findings) {
    Problems problems = new Problems();
    Optional<Made> made =
        Options.parse(config, problems).flatMap(node -> indicator.create(node, problems));
    findings.addAll(problems, "Repair the configuration, or what the plugin makes of it.");
    return made;
  }

  private void roundTrip(String config, Findings findings) {
    Optional<Made> first = made(config, findings);
    Optional<Made> second = first.flatMap(made -> made(made.config(), findings));
    if (first.isPresent() && second.isPresent()) {
      String before = first.get().config();
      String after = second.get().config();
      if (!before.equals(after)) {
        findings.add(
            "its configuration " + before + " reads again as " + after + ".",
            "Let the record keep the values that it is given.");
      }
      if (!first.get().inputs().all().equals(second.get().inputs().all())) {
        findings.add(
            "inputs() gives "
                + first.get().inputs().all()
                + ", then "
                + second.get().inputs().all(),
            "Let inputs() depend on the configuration alone.");
      }
    }
  }

  private void unknown(String config, Findings findings) {
    Problems problems = new Problems();
    Optional<ConfigNode> node = Options.parse(config, problems).map(Options::withUnknown);
    if (node.isPresent() && indicator.create(node.get(), problems).isPresent()) {
      findings.add("it was made with the option 'no-such-option'.", "Take options by a record.");
    }
  }

  private void quiet(String config, Findings findings) {
    PluginThreads threads = new PluginThreads(offer.contextLoader());
    Set<Thread> before = threads.now();
    made(config, findings);
    Set<Thread> started = threads.since(before);
    if (!started.isEmpty()) {
      findings.add(
          "it started " + PluginThreads.names(started) + " when it was made.",
          "Start no threads in an indicator: it is a function of its view.");
    }
  }

  private void nothingKnown(String config, Findings findings) throws PluginFailedException {
    Optional<Made> made = made(config, findings);
    if (made.isEmpty()) {
      return;
    }
    try (PluginCaller caller = new PluginCaller(offer.contextLoader(), patience.grace())) {
      Reading reading =
          caller.read(
              "read() of an empty view",
              patience.deadline(),
              () -> made.get().indicator().read(new NothingKnown(made.get().inputs())));
      if (reading instanceof Measured measured) {
        findings.add(
            "it measures " + measured.value() + " when nothing is known.",
            "Return NoData with what is missing; a number made of nothing is none.");
      } else if (((NoData) reading).isSuspect()) {
        findings.add(
            "it calls its data suspect when there is none.", "Return NoData without that.");
      }
    }
  }

  /** Whether a reading means less risk than another, on the scale of the indicator. */
  static boolean isCalmer(Scale scale, double reading, double than) {
    double low = Math.min(scale.calm(), scale.stressed());
    double high = Math.max(scale.calm(), scale.stressed());
    boolean clips = scale.shape() == Scale.Shape.LINEAR || scale.shape() == Scale.Shape.NORMAL;
    double a = clips ? Math.max(low, Math.min(high, reading)) : reading;
    double b = clips ? Math.max(low, Math.min(high, than)) : than;
    double tolerance = 1e-9 * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    return scale.stressed() > scale.calm() ? a < b - tolerance : a > b + tolerance;
  }

  /** A view in which nothing is known. */
  private record NothingKnown(Inputs inputs) implements SeriesView {

    @Override
    public Instant asOf() {
      return LONG_AFTER;
    }

    @Override
    public Series series(String name) {
      return Series.empty(declared(name));
    }

    @Override
    public List<Event> events(String name) {
      declared(name);
      return List.of();
    }

    private String declared(String name) {
      if (inputs.all().stream().noneMatch(input -> input.series().equals(name))) {
        throw new IllegalArgumentException("'" + name + "' is not among the declared inputs");
      }
      return name;
    }
  }
}
