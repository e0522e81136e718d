package org.muscat.host.child.wire;

import java.util.List;
import java.util.Optional;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.host.config.Problem;
import org.muscat.host.load.Examined;
import org.muscat.host.load.OwnThread;
import org.muscat.spi.Batch;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.Inputs;
import org.muscat.spi.LevelMap;
import org.muscat.spi.PluginDescriptor;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/** What became of a {@link Request}. */
public sealed interface Answer {

  /**
   * What the candidate offers, and what is wrong with the rest of it.
   *
   * @param stuckThreads how many threads of the child ran into code that does not end
   */
  record Offered(List<OfferedPlugin> plugins, List<Examined.Fault> faults, int stuckThreads)
      implements Answer {}

  /** What one plugin offers. */
  record OfferedPlugin(
      PluginDescriptor descriptor, List<FeedKind> feeds, List<IndicatorKind> indicators) {}

  /** A kind of feed. */
  record FeedKind(FeedDescriptor descriptor, List<OptionDescriptor> options) {}

  /** A kind of indicator. */
  record IndicatorKind(IndicatorDescriptor descriptor, List<OptionDescriptor> options) {}

  /**
   * What became of making something.
   *
   * @param problems with its configuration
   * @param warnings about what works and should be changed
   * @param indicator what an indicator says about itself, if one was made
   * @param made whether it was made
   */
  record Made(
      List<Problem> problems,
      List<Problem> warnings,
      Optional<MadeIndicator> indicator,
      boolean made)
      implements Answer {}

  /** What an indicator says about itself; see {@link org.muscat.host.load.OfferedIndicator}. */
  record MadeIndicator(
      String config,
      Inputs inputs,
      Scale scale,
      Uncertainty uncertainty,
      Optional<LevelMap> level) {}

  /** A reading; empty if the plugin gave null. */
  record Reading(Optional<org.muscat.spi.Reading> reading) implements Answer {}

  /** A batch; empty if the plugin gave null. */
  record Fetched(Optional<Batch> batch) implements Answer {}

  /** Threads of the plugin. */
  record Threads(List<OwnThread> running) implements Answer {}

  /** It is closed. */
  record Closed() implements Answer {}

  /** Something was thrown. */
  record Threw(Failure failure) implements Answer {}
}
