package org.muscat.host.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muscat.host.load.OfferedIndicator;
import org.muscat.host.load.OfferedIndicator.Made;
import org.muscat.host.load.Patience;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;

/** What is asked of one kind of indicator that there is data for. */
final class IndicatorSampleChecks {

  private static final double SHARE = 0.1;

  private final String subject;
  private final ClassLoader loader;
  private final OfferedIndicator indicator;
  private final IndicatorSample sample;
  private final Patience patience;

  IndicatorSampleChecks(
      String subject,
      ClassLoader loader,
      OfferedIndicator indicator,
      IndicatorSample sample,
      Patience patience) {
    this.subject = subject;
    this.loader = loader;
    this.indicator = indicator;
    this.sample = sample;
    this.patience = patience;
  }

  /** A trial that reads. */
  private interface Trial {
    void run(SampleReader reader, Made made, Findings findings) throws PluginFailedException;
  }

  List<ContractCheck> all() {
    List<ContractCheck> checks = new ArrayList<>();
    checks.add(check("measures", "measures something in its sample", this::measures));
    checks.add(check("bounded", "gives readings that its scale can place", this::bounded));
    checks.add(check("deterministic", "reads the same twice", this::deterministic));
    checks.add(check("stateless", "keeps nothing between readings", this::stateless));
    checks.add(check("order-free", "does not depend on the order of rows", this::orderFree));
    checks.add(check("no-look-ahead", "sees nothing that was known later", this::noLookAhead));
    checks.add(check("honest-age", "is no newer than what it reads", this::honestAge));
    if (indicator.descriptor().role() == Role.PILLAR) {
      checks.add(check("honest-without-input", "is never calmer without an input", this::without));
      checks.add(check("honest-when-stale", "is never calmer with less news", this::withoutNewest));
    }
    if (!sample.drives().isEmpty()) {
      checks.add(check("monotone", "moves the way its inputs drive it", this::monotone));
    }
    return checks;
  }

  private ContractCheck check(String id, String sentence, Trial trial) {
    return new ContractCheck(
        id,
        subject,
        sentence,
        findings -> {
          try (SampleReader reader = new SampleReader(indicator, sample, loader, patience)) {
            trial.run(reader, reader.make(), findings);
          }
        });
  }

  private void measures(SampleReader reader, Made made, Findings findings)
      throws PluginFailedException {
    List<Reading> readings = reader.readAll(made, sample.observations());
    if (readings.stream().noneMatch(Measured.class::isInstance)) {
      findings.add(
          "at all moments of its sample it has no data, at the first because: " + readings.get(0),
          "Give the sample all inputs, which are " + names(made.inputs()) + ", or later moments.");
    }
  }

  private void bounded(SampleReader reader, Made made, Findings findings)
      throws PluginFailedException {
    Scale scale = made.scale();
    for (Instant moment : sample.moments()) {
      Reading reading = reader.read(made, sample.observations(), moment);
      if (reading instanceof Measured measured
          && scale.shape() == Scale.Shape.LOG_LOGISTIC
          && measured.value() <= 0) {
        findings.add(
            "it reads " + measured.value() + " as of " + moment + ", which has no logarithm.",
            "Return NoData for it, or declare another scale.");
      }
    }
  }

  private void deterministic(SampleReader reader, Made made, Findings findings)
      throws PluginFailedException {
    Made other = reader.make();
    for (Instant moment : sample.moments()) {
      Reading reading = reader.read(made, sample.observations(), moment);
      Reading again = reader.read(made, sample.observations(), moment);
      Reading ofOther = reader.read(other, sample.observations(), moment);
      same(reading, again, "a second time as of " + moment, findings);
      same(reading, ofOther, "by another instance as of " + moment, findings);
    }
  }

  private void stateless(SampleReader reader, Made made, Findings findings)
      throws PluginFailedException {
    List<Reading> forwards = reader.readAll(made, sample.observations());
    for (int i = forwards.size() - 1; i >= 0; i--) {
      Instant moment = sample.moments().get(i);
      Reading again = reader.read(made, sample.observations(), moment);
      same(forwards.get(i), again, "when it has read later moments, as of " + moment, findings);
    }
  }

  private void orderFree(SampleReader reader, Made made, Findings findings)
      throws PluginFailedException {
    List<Observation> reordered = Changes.reordered(sample.observations());
    for (Instant moment : sample.moments()) {
      Reading reading = reader.read(made, sample.observations(), moment);
      Reading other = reader.read(made, reordered, moment);
      same(reading, other, "of the same rows in another order as of " + moment, findings);
    }
  }

  private void noLookAhead(SampleReader reader, Made made, Findings findings)
      throws PluginFailedException {
    for (Instant moment : sample.moments()) {
      Reading reading = reader.read(reader.make(), sample.observations(), moment);
      List<Observation> more = Changes.withLaterKnowledge(sample.observations(), moment);
      // An instance that remembers would show here what it saw.
      reader.read(made, more, moment.plusSeconds(1));
      Reading other = reader.read(made, more, moment);
      same(reading, other, "when more became known after " + moment, findings);
    }
  }

  private void honestAge(SampleReader reader, Made made, Findings findings)
      throws PluginFailedException {
    List<String> inputs = names(made.inputs());
    for (Instant moment : sample.moments()) {
      Optional<Instant> newest =
          sample.observations().stream()
              .filter(one -> inputs.contains(one.series()) && Changes.isKnown(one, moment))
              .map(IndicatorSampleChecks::newestThing)
              .max(Instant::compareTo);
      if (reader.read(made, sample.observations(), moment) instanceof Measured measured
          && measured.observedAt().isAfter(newest.orElse(Instant.MIN))) {
        findings.add(
            "as of "
                + moment
                + " it says that it was observed at "
                + measured.observedAt()
                + "; its newest input is of "
                + newest.map(Instant::toString).orElse("never")
                + ".",
            "Give Measured the observed-at of the newest input that it used.");
      }
    }
  }

  /** An event may stand at the start of its day, and hold what happened later on it. */
  private static Instant newestThing(Observation one) {
    return one.isEvent() ? Changes.knownAt(one) : one.observedAt();
  }

  private void without(SampleReader reader, Made made, Findings findings)
      throws PluginFailedException {
    for (String series : names(made.inputs())) {
      List<Observation> alone = Changes.without(sample.observations(), series);
      String voucher = sample.vouchers().get(series);
      List<Observation> rest = voucher == null ? alone : Changes.without(alone, voucher);
      for (Instant moment : sample.moments()) {
        Reading reading = reader.read(made, sample.observations(), moment);
        Reading other = reader.read(made, rest, moment);
        if (reading instanceof Measured whole
            && other instanceof Measured less
            && less.caveat().isEmpty()
            && IndicatorChecks.isCalmer(made.scale(), less.value(), whole.value())) {
          findings.add(
              calmer(whole, less, moment) + " without the input '" + series + "'.",
              "Return NoData, or say partial(..): what is missing is not good news.");
        }
      }
    }
  }

  private void withoutNewest(SampleReader reader, Made made, Findings findings)
      throws PluginFailedException {
    for (String series : names(made.inputs())) {
      for (Instant moment : sample.moments()) {
        List<Observation> alone = Changes.withoutNewest(sample.observations(), series, moment);
        String voucher = sample.vouchers().get(series);
        List<Observation> rest =
            voucher == null ? alone : Changes.withoutNewest(alone, voucher, moment);
        Reading reading = reader.read(made, sample.observations(), moment);
        Reading other = reader.read(made, rest, moment);
        if (reading instanceof Measured whole
            && other instanceof Measured less
            && less.caveat().isEmpty()
            && !less.observedAt().isBefore(whole.observedAt())
            && IndicatorChecks.isCalmer(made.scale(), less.value(), whole.value())) {
          findings.add(
              calmer(whole, less, moment)
                  + ", and as new as before, without the newest quarter of '"
                  + series
                  + "'.",
              "Return NoData, say partial(..), or give the observed-at of the older input.");
        }
      }
    }
  }

  private void monotone(SampleReader reader, Made made, Findings findings)
      throws PluginFailedException {
    for (Map.Entry<String, Drive> drive : sample.drives().entrySet()) {
      for (Instant moment : sample.moments()) {
        Optional<List<Observation>> higher =
            Changes.withNewestMoved(sample.observations(), drive.getKey(), moment, SHARE);
        if (higher.isPresent()
            && reader.read(made, sample.observations(), moment) instanceof Measured before
            && reader.read(made, higher.get(), moment) instanceof Measured after
            && isAgainst(drive.getValue(), made.scale(), before.value(), after.value())) {
          findings.add(
              "as of "
                  + moment
                  + " it reads "
                  + before.value()
                  + ", and "
                  + after.value()
                  + " when the newest value of '"
                  + drive.getKey()
                  + "' is 10 % higher: that is against "
                  + drive.getValue()
                  + ".",
              "Repair the sign or the scale, or what the sample says of its inputs.");
        }
      }
    }
  }

  private static boolean isAgainst(Drive drive, Scale scale, double before, double after) {
    return drive == Drive.UP
        ? IndicatorChecks.isCalmer(scale, after, before)
        : IndicatorChecks.isCalmer(scale, before, after);
  }

  private static void same(Reading one, Reading other, String how, Findings findings) {
    if (!one.equals(other)) {
      findings.add(
          "it reads " + one + ", and " + other + " " + how + ".",
          "Let read() be a function of its view: no state, clock, random number or file.");
    }
  }

  private static String calmer(Measured whole, Measured less, Instant moment) {
    return "as of " + moment + " it reads " + whole.value() + ", and calmer, " + less.value();
  }

  private static List<String> names(Inputs inputs) {
    return inputs.all().stream().map(Inputs.Input::series).toList();
  }
}
