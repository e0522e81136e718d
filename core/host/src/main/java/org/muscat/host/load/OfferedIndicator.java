package org.muscat.host.load;

import java.util.List;
import java.util.Optional;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.host.config.Problems;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.Inputs;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/** A kind of indicator that a plugin offers. Safe for any thread. */
public interface OfferedIndicator {

  /**
   * What a plugin makes of a configuration.
   *
   * @param config the text of the configuration, see {@link org.muscat.host.config.Bound#text}
   * @param inputs what the indicator reads
   * @param scale how its readings become risk
   * @param uncertainty how sure its readings are
   * @param level how its readings become a level on an axis, if they do by themselves
   * @param indicator gives the readings
   */
  record Made(
      String config,
      Inputs inputs,
      Scale scale,
      Uncertainty uncertainty,
      Optional<LevelMap> level,
      Indicator indicator) {}

  /** What indicators of this kind measure. */
  IndicatorDescriptor descriptor();

  /** The options of its configuration, in the order of its record. */
  List<OptionDescriptor> options();

  /**
   * Makes an indicator. Waits for the plugin, at most for the deadline of its creation.
   *
   * @param config the options
   * @param problems gets everything that is wrong with the options, and what the plugin does wrong
   * @return what the plugin made; empty if there was a problem
   */
  Optional<Made> create(ConfigNode config, Problems problems);
}
