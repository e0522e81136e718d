package org.muscat.server.scales;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muscat.engine.Scales;
import org.muscat.engine.panel.Samples;
import org.muscat.host.BoundIndicator;
import org.muscat.host.IndicatorHandle;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Outcome;
import org.muscat.host.ReadRequest;
import org.muscat.host.config.Problems;
import org.muscat.spi.Calibration;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Scale;
import org.muscat.store.History;
import org.muscat.store.SourceRanking;
import org.muscat.store.Store;

/**
 * Computes the anchors of indicators again: each is read at 00:00 UTC of every day as it was known
 * then, and what was observed inside the window of its scale is taken, each observed moment once.
 * For one thread.
 */
public final class ScaleChecks {

  /** What was observed on the last days of a window is known somewhat later. */
  private static final Duration PUBLISHED_BY_THEN = Duration.ofDays(60);

  /** Below it a 10th percentile is one reading. */
  private static final int LEAST_READINGS = 20;

  /** All of them share the deadline of one call. */
  private static final int AT_ONCE = 16;

  private final LoadedPlugins plugins;
  private final Store store;
  private final SourceRanking sources;

  /**
   * Checks against a store.
   *
   * @param sources which comes first where several know a series
   */
  public ScaleChecks(LoadedPlugins plugins, Store store, SourceRanking sources) {
    this.plugins = plugins;
    this.store = store;
    this.sources = sources;
  }

  /** All indicators that say where a scale comes from, by name. */
  public List<String> indicators() {
    return plugins.indicatorIds().stream().filter(id -> !claims(id).isEmpty()).sorted().toList();
  }

  /**
   * Checks the scales of one indicator: the default one, then those of its cases.
   *
   * @throws IllegalArgumentException if there is none, or it does not say where a scale comes from
   */
  public List<ScaleCheck> check(String id) {
    List<Claim> claims = claims(id);
    if (claims.isEmpty()) {
      throw new IllegalArgumentException(
          "no indicator '" + id + "' says where its scale comes from; these do: " + indicators());
    }
    IndicatorHandle handle = plugins.indicator(id).orElseThrow();
    return claims.stream().map(claim -> check(handle, claim)).toList();
  }

  private List<Claim> claims(String id) {
    return plugins.indicator(id).map(handle -> Claim.of(handle.descriptor())).orElse(List.of());
  }

  private ScaleCheck check(IndicatorHandle handle, Claim claim) {
    Problems problems = new Problems();
    return handle
        .bind(claim.config(), problems)
        .map(indicator -> check(handle.descriptor(), claim, indicator))
        .orElseGet(() -> claim.unread(handle.descriptor(), problems.all().toString()));
  }

  private ScaleCheck check(IndicatorDescriptor kind, Claim claim, BoundIndicator indicator) {
    Calibration calibration = claim.calibration();
    Map<Instant, Double> byMoment = new TreeMap<>();
    int failed = 0;
    String why = "";
    for (Outcome outcome : readAll(calibration, indicator)) {
      if (outcome.failure().isPresent()) {
        failed++;
        why = outcome.failure().get().message();
      } else if (outcome.reading() instanceof Measured measured) {
        if (isInside(calibration, measured.observedAt())) {
          byMoment.putIfAbsent(measured.observedAt(), measured.value());
        }
      } else if (failed == 0 && outcome.reading() instanceof NoData none) {
        why = none.reason();
      }
    }
    String note = "";
    if (failed > 0) {
      note = failed + " readings failed, the last: " + why;
    } else if (byMoment.size() < LEAST_READINGS) {
      note = why;
    }
    return result(kind, claim, indicator, byMoment.values(), note);
  }

  private List<Outcome> readAll(Calibration calibration, BoundIndicator indicator) {
    Collection<Inputs.Input> inputs = indicator.inputs().all();
    Instant last = start(calibration.to()).plus(PUBLISHED_BY_THEN);
    History history = store.history(inputs, sources, last);
    List<ReadRequest> requests = new ArrayList<>();
    for (Instant t = start(calibration.from()); !t.isAfter(last); t = t.plus(Duration.ofDays(1))) {
      requests.add(new ReadRequest(indicator, history.view(t, inputs)));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < requests.size(); i += AT_ONCE) {
      outcomes.addAll(plugins.readAll(requests.subList(i, Math.min(i + AT_ONCE, requests.size()))));
    }
    return outcomes;
  }

  private static ScaleCheck result(
      IndicatorDescriptor kind,
      Claim claim,
      BoundIndicator indicator,
      Collection<Double> readings,
      String note) {
    Scale scale = indicator.scale();
    double[] values = readings.stream().mapToDouble(Double::doubleValue).toArray();
    Optional<Anchors> computed =
        values.length < LEAST_READINGS ? Optional.empty() : Optional.of(anchors(scale, values));
    String why =
        computed.isEmpty() && note.isEmpty()
            ? values.length + " readings of the window are known; " + LEAST_READINGS + " are needed"
            : note;
    return new ScaleCheck(
        claim.name(),
        claim.options(),
        kind.unit(),
        scale.shape(),
        claim.calibration(),
        values.length,
        Optional.of(
            new Anchors(scale.calm(), scale.stressed(), indicator.uncertainty().sigmaClim())),
        computed,
        why);
  }

  /** A falling scale has its calm anchor above the stressed one. */
  private static Anchors anchors(Scale scale, double[] values) {
    double low = Samples.quantile(values, Calibration.CALM);
    double high = Samples.quantile(values, Calibration.STRESSED);
    boolean falls = scale.calm() > scale.stressed();
    double[] risks = new double[values.length];
    double mean = 0;
    for (int i = 0; i < risks.length; i++) {
      risks[i] = Scales.risk(scale, values[i]);
      mean += risks[i] / risks.length;
    }
    double squares = 0;
    for (double risk : risks) {
      squares += (risk - mean) * (risk - mean);
    }
    return new Anchors(
        falls ? high : low, falls ? low : high, Math.sqrt(squares / (risks.length - 1)));
  }

  private static boolean isInside(Calibration calibration, Instant observedAt) {
    LocalDate day = LocalDate.ofInstant(observedAt, ZoneOffset.UTC);
    return !day.isBefore(calibration.from()) && !day.isAfter(calibration.to());
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
