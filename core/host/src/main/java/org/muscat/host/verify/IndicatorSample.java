package org.muscat.host.verify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.muscat.spi.Observation;

/**
 * Data to try an indicator with.
 *
 * @param indicator the id of its kind
 * @param config the options as YAML; empty for none
 * @param observations what all sources said
 * @param moments at which to read, at least one
 * @param drives which way an input drives the risk, by series, where that is known
 * @param vouchers for a series that is silent when nothing happens, the series that tells that
 *     somebody looked; a source that fails loses both
 * @param memory makes views of the observations
 */
public record IndicatorSample(
    String indicator,
    String config,
    List<Observation> observations,
    List<Instant> moments,
    Map<String, Drive> drives,
    Map<String, String> vouchers,
    Memory memory) {

  public IndicatorSample {
    observations = List.copyOf(observations);
    moments = List.copyOf(moments);
    drives = Map.copyOf(drives);
    vouchers = Map.copyOf(vouchers);
    if (moments.isEmpty()) {
      throw new IllegalArgumentException(
          "the sample of indicator '" + indicator + "' names no moment to read it at");
    }
  }
}
