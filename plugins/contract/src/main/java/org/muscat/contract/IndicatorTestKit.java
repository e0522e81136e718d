package org.muscat.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;

/**
 * Reads one indicator in a test, without a host:
 *
 * <pre>{@code
 * assertThat(
 *         IndicatorTestKit.of(new GasFear())
 *             .config("window: 3")
 *             .given(series("gas/ttf").daily("2024-01-01", 30, 31, 35))
 *             .at("2024-01-03")
 *             .read())
 *     .isMeasured(32);
 * }</pre>
 *
 * @param <C> the configuration of the indicator
 */
public final class IndicatorTestKit<C extends Record> {

  private final IndicatorProvider<C> provider;
  private final List<Observation> observations = new ArrayList<>();
  private String config = "";
  private @Nullable Instant asOf;

  private IndicatorTestKit(IndicatorProvider<C> provider) {
    this.provider = provider;
  }

  /** A kit for the indicators of this provider, of which nothing is known yet. */
  public static <C extends Record> IndicatorTestKit<C> of(IndicatorProvider<C> provider) {
    return new IndicatorTestKit<>(provider);
  }

  /** With these options, as YAML: {@code window: 20}; none unless given. */
  public IndicatorTestKit<C> config(String yaml) {
    config = yaml;
    return this;
  }

  /** With more series. */
  public IndicatorTestKit<C> given(TestSeries... series) {
    Arrays.stream(series).map(TestSeries::observations).forEach(this::given);
    return this;
  }

  /** With more observations, in any order. */
  public IndicatorTestKit<C> given(Collection<Observation> more) {
    observations.addAll(more);
    return this;
  }

  /** As of a date (its start, UTC) or an ISO moment; unless given, of the newest observation. */
  public IndicatorTestKit<C> at(String moment) {
    asOf = Moments.of(moment);
    return this;
  }

  /**
   * Reads.
   *
   * @throws IllegalArgumentException if the configuration does not fit, with all that is wrong
   * @throws IllegalStateException if nothing is given, and no moment either
   */
  public Reading read() {
    C bound = Configs.bind(config, provider.configType(), provider::validate);
    return new History().add(observations).read(provider, bound, asOf == null ? newest() : asOf);
  }

  private Instant newest() {
    return observations.stream()
        .map(one -> one.knownAt().orElse(one.observedAt()))
        .max(Instant::compareTo)
        .orElseThrow(() -> new IllegalStateException("say at(..) which moment to read"));
  }
}
