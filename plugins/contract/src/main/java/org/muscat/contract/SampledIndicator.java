package org.muscat.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muscat.host.verify.Drive;
import org.muscat.host.verify.IndicatorSample;
import org.muscat.spi.Observation;
import org.muscat.testkit.History;

/** Data to try an indicator with. */
public final class SampledIndicator {

  private final String id;
  private String config = "";
  private final List<Observation> observations = new ArrayList<>();
  private final List<Instant> moments = new ArrayList<>();
  private final Map<String, Drive> drives = new TreeMap<>();
  private final Map<String, String> vouchers = new TreeMap<>();

  SampledIndicator(String id) {
    this.id = id;
  }

  /** With these options, as YAML: {@code window: 20}. */
  public SampledIndicator config(String yaml) {
    config = yaml;
    return this;
  }

  /** With more series. */
  public SampledIndicator given(TestSeries... series) {
    Arrays.stream(series).map(TestSeries::observations).forEach(this::given);
    return this;
  }

  /** With more observations, in any order. */
  public SampledIndicator given(Collection<Observation> more) {
    observations.addAll(more);
    return this;
  }

  /** Read at these moments too: dates (their start, UTC) or ISO moments. At least one is needed. */
  public SampledIndicator at(String... more) {
    Arrays.stream(more).map(Moments::of).forEach(moments::add);
    return this;
  }

  /** The higher the newest value of this input, the higher the risk, or the same. */
  public SampledIndicator risingWith(String series) {
    drives.put(series, Drive.UP);
    return this;
  }

  /** The higher the newest value of this input, the lower the risk, or the same. */
  public SampledIndicator fallingWith(String series) {
    drives.put(series, Drive.DOWN);
    return this;
  }

  /**
   * An input is silent when nothing happens, and another one tells that somebody looked: where the
   * one goes missing, so does the other.
   *
   * @param series such as {@code events/gulf/kinetic}
   * @param voucher such as {@code chronicle/gulf/coded}
   */
  public SampledIndicator vouchedFor(String series, String voucher) {
    vouchers.put(series, voucher);
    return this;
  }

  String id() {
    return id;
  }

  IndicatorSample sample() {
    return new IndicatorSample(
        id,
        config,
        observations,
        moments,
        drives,
        vouchers,
        (told, asOf, inputs) -> new History().add(told).view(asOf, inputs));
  }
}
