package org.muscat.host.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.host.load.OfferedIndicator;
import org.muscat.host.load.OfferedIndicator.Made;
import org.muscat.host.load.Patience;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;

/** Reads indicators with a sample, each reading under a deadline. For one check. */
final class SampleReader implements AutoCloseable {

  private final OfferedIndicator offered;
  private final IndicatorSample sample;
  private final Patience patience;
  private final PluginCaller caller;

  SampleReader(
      OfferedIndicator offered, IndicatorSample sample, ClassLoader loader, Patience patience) {
    this.offered = offered;
    this.sample = sample;
    this.patience = patience;
    this.caller = new PluginCaller(loader, patience.grace());
  }

  /** A new instance with the configuration of the sample. */
  Made make() throws PluginFailedException {
    Problems problems = new Problems();
    ConfigNode config = Options.parse(sample.config(), problems).orElse(null);
    Made made = config == null ? null : offered.create(config, problems).orElse(null);
    if (made == null) {
      throw new PluginFailedException(
          "it cannot be made of the sample's configuration: " + problems.all() + ".",
          "Repair the sample or the plugin.");
    }
    return made;
  }

  /** What an instance reads of observations at a moment. */
  Reading read(Made made, List<Observation> told, Instant moment) throws PluginFailedException {
    return caller.read(
        "read() as of " + moment,
        patience.deadline(),
        () -> made.indicator().read(sample.memory().view(told, moment, made.inputs())));
  }

  /** What one instance reads of observations at all moments of the sample, in their order. */
  List<Reading> readAll(Made made, List<Observation> told) throws PluginFailedException {
    List<Reading> readings = new ArrayList<>();
    for (Instant moment : sample.moments()) {
      readings.add(read(made, told, moment));
    }
    return readings;
  }

  @Override
  public void close() {
    caller.close();
  }
}
