package org.muscat.server.scales;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.spi.CalibratedCase;
import org.muscat.spi.Calibration;
import org.muscat.spi.IndicatorDescriptor;

/**
 * What an indicator says of a scale: that with these options it comes from a window.
 *
 * @param name of the indicator, or of its case
 * @param options by their names; none for the default scale
 */
record Claim(String name, Map<String, String> options, Calibration calibration) {

  private static final Place PLACE = new Place("muscat scales", 1, "");

  /** All that it says: of the default scale, then of its cases. */
  static List<Claim> of(IndicatorDescriptor kind) {
    List<Claim> claims = new ArrayList<>();
    kind.calibration().ifPresent(source -> claims.add(new Claim(kind.id(), Map.of(), source)));
    for (CalibratedCase one : kind.calibratedCases()) {
      claims.add(new Claim(one.name(), one.options(), one.calibration()));
    }
    return List.copyOf(claims);
  }

  /** The options as a model would have them. */
  ConfigNode config() {
    return new ConfigNode.Mapping(
        PLACE,
        new TreeMap<>(options)
            .entrySet().stream()
                .map(
                    option ->
                        new ConfigNode.Entry(
                            option.getKey(),
                            PLACE,
                            new ConfigNode.Scalar(PLACE, option.getValue(), false)))
                .toList());
  }

  /** The check of an indicator that could not be made. */
  ScaleCheck unread(IndicatorDescriptor kind, String why) {
    return new ScaleCheck(
        name,
        options,
        kind.unit(),
        kind.scale().shape(),
        calibration,
        0,
        Optional.empty(),
        Optional.empty(),
        why);
  }
}
