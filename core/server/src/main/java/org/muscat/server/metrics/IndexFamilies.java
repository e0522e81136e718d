package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.IndexState.PillarState;
import org.muscat.engine.Quality;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Assessment.StatusWord;
import org.muscat.server.index.Restricted;
import org.muscat.spi.Measured;

/** The index as metrics: ratios in [0,1], and nothing at all for what is not known. */
public final class IndexFamilies {

  private static final List<String> STATUSES = names(IndexState.Status.values());
  private static final List<String> CHOKEPOINT_STATUSES =
      List.of("open", "restricted", "effectively_closed");

  private IndexFamilies() {}

  /**
   * The families of assessments, which are as of the same moment, without indicator values.
   *
   * @param withheld of which no number leaves
   */
  public static MetricSnapshots of(List<Assessment> assessments, Restricted withheld) {
    return of(assessments, IndicatorValues.none(withheld));
  }

  /** The families of assessments, which are as of the same moment. */
  public static MetricSnapshots of(List<Assessment> assessments, IndicatorValues values) {
    return of(assessments, values, new PageMemory());
  }

  /** The same after another page, which is faster if that had the same series. */
  static MetricSnapshots of(
      List<Assessment> assessments, IndicatorValues values, PageMemory memory) {
    Families families = new Families(memory);
    IndicatorFamilies indicators = new IndicatorFamilies(families, values);
    for (Assessment assessment : assessments) {
      IndexState state = assessment.state();
      Labels model = families.with(Labels.EMPTY, "model", state.model());
      Labels labels = families.with(model, "theatre", state.theatre());
      add(families, assessment, values, labels);
      indicators.add(assessment.theatre(), state, labels);
    }
    assessments.stream()
        .map(Assessment::state)
        .map(s -> Labels.of("model", s.model(), "version", version(s), "hash", s.modelHash()))
        .distinct()
        .forEach(labels -> families.info(IndexMetric.MODEL, labels));
    return families.build();
  }

  private static String version(IndexState state) {
    return String.valueOf(state.modelVersion());
  }

  private static void add(
      Families families, Assessment assessment, IndicatorValues values, Labels labels) {
    IndexState state = assessment.state();
    families.gauge(IndexMetric.AS_OF, labels, (double) state.asOf().getEpochSecond());
    families.states(IndexMetric.STATUS, labels, STATUSES, name(state.status()));
    families.gauge(IndexMetric.COVERAGE, labels, state.coverage());
    state.scored().ifPresent(score -> addScore(families, labels, score));
    state.knownOpacity().ifPresent(opacity -> families.gauge(IndexMetric.OPACITY, labels, opacity));
    state.pillars().forEach(pillar -> addPillar(families, labels, pillar));
    addContribution(families, labels, "(structure)", state.structureContribution());
    addContribution(families, labels, "(response)", state.responseContribution());
    new TheatreFamilies(families, labels).add(assessment.theatreState());
    assessment
        .statusWords()
        .forEach(word -> addStatus(families, labels, word, values.mayBeToldOf(word.member())));
  }

  private static void addScore(Families families, Labels labels, IndexState.Score score) {
    families.gauge(IndexMetric.TARGET, labels, score.target() / 100);
    families.gauge(IndexMetric.DYNAMIC_STABILITY, labels, score.dynamic() / 100);
    if (score.structuralFactor() != null) {
      families.gauge(IndexMetric.STRUCTURAL_FACTOR, labels, score.structuralFactor());
    }
    families.gauge(IndexMetric.STABILITY, labels, score.stability() / 100);
    families.gauge(IndexMetric.STABILITY_LOWER, labels, score.lower() / 100);
    families.gauge(IndexMetric.STABILITY_UPPER, labels, score.upper() / 100);
  }

  private static void addPillar(Families families, Labels theatre, PillarState pillar) {
    Labels labels = families.with(theatre, "pillar", pillar.id());
    families.gauge(IndexMetric.PILLAR_COVERAGE, labels, pillar.coverage());
    addIfKnown(families, IndexMetric.PILLAR_STABILITY, labels, pillar.stability());
    for (MemberState member : pillar.members()) {
      Labels one = families.with(labels, "indicator", member.id());
      // A value held for want of a live one is not a reading: it shows in the contribution alone.
      addIfKnown(families, IndexMetric.RISK, one, member.held() ? null : member.risk());
      addContribution(families, one, member.contribution());
      addImpairment(families, one, member.quality());
      // The same goes for what is said beside it.
      startOf(member.held() ? null : member.facts().get("frozen-since"))
          .ifPresent(
              day ->
                  families.gauge(IndexMetric.BASELINE_FROZEN, one, (double) day.toEpochSecond()));
    }
  }

  /** Absent while all is well, so that it costs nothing then. */
  private static void addImpairment(Families families, Labels indicator, Quality quality) {
    if (quality != Quality.OK) {
      families.gauge(IndexMetric.IMPAIRED, families.with(indicator, "quality", name(quality)), 1);
    }
  }

  /** A part that is that of no pillar; the brackets keep it apart from any id. */
  private static void addContribution(
      Families families, Labels theatre, String part, @Nullable Double points) {
    Labels pillar = families.with(theatre, "pillar", part);
    addContribution(families, families.with(pillar, "indicator", part), points);
  }

  private static void addContribution(Families families, Labels labels, @Nullable Double points) {
    addIfKnown(families, IndexMetric.CONTRIBUTION, labels, points);
  }

  private static void addIfKnown(
      Families families, IndexMetric family, Labels labels, @Nullable Double points) {
    if (points != null) {
      families.gauge(family, labels, points / 100);
    }
  }

  /** Of a word that rests on what may not be passed on, the number is withheld, as in the API. */
  private static void addStatus(
      Families families, Labels theatre, StatusWord word, boolean isNumberTold) {
    if (!(word.reading() instanceof Measured measured)) {
      return;
    }
    String status = measured.facts().get("status");
    if (status == null) {
      return;
    }
    Labels labels = families.with(theatre, "indicator", word.member().id());
    if (isNumberTold) {
      families.gauge(IndexMetric.CHOKEPOINT_FLOW, labels, measured.value());
    }
    String state = status.toLowerCase(Locale.ROOT).replace('-', '_');
    if (CHOKEPOINT_STATUSES.contains(state)) {
      families.states(IndexMetric.CHOKEPOINT_STATUS, labels, CHOKEPOINT_STATUSES, state);
    }
    startOf(measured.facts().get("since"))
        .ifPresent(
            day ->
                families.gauge(IndexMetric.CHOKEPOINT_SINCE, labels, (double) day.toEpochSecond()));
  }

  /** A fact is free text of a plugin: what is not a date is left out of the metrics. */
  private static Optional<ZonedDateTime> startOf(@Nullable String day) {
    try {
      return Optional.ofNullable(day)
          .map(LocalDate::parse)
          .map(it -> it.atStartOfDay(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static <E extends Enum<E>> List<String> names(E[] values) {
    return Arrays.stream(values).map(IndexFamilies::name).toList();
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
