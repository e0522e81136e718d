package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muscat.engine.IndexState;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.IndexState.PillarState;
import org.muscat.server.index.BoundMember;
import org.muscat.server.index.Theatre;
import org.muscat.spi.Inputs;

/** Writes readings in their natural units. Not safe for several threads. */
final class IndicatorFamilies {

  private final Families families;
  private final IndicatorValues values;

  IndicatorFamilies(Families families, IndicatorValues values) {
    this.families = families;
    this.values = values;
  }

  /**
   * Adds the indicators of the pillars.
   *
   * @param labels of the model and the theatre
   */
  void add(Theatre theatre, IndexState state, Labels labels) {
    if (!values.areTold()) {
      return;
    }
    Map<String, BoundMember> told =
        theatre.members().stream()
            .filter(values::areToldOf)
            .collect(Collectors.toMap(BoundMember::id, Function.identity()));
    for (PillarState pillar : state.pillars()) {
      for (MemberState member : pillar.members()) {
        BoundMember bound = told.get(member.id());
        if (bound != null) {
          add(bound, member, families.with(labels, "indicator", member.id()));
        }
      }
    }
  }

  private void add(BoundMember bound, MemberState member, Labels labels) {
    families.info(
        IndexMetric.INDICATOR,
        families.with(
            families.with(
                families.with(labels, "unit", bound.descriptor().unit()), "series", series(bound)),
            "plugin",
            bound.indicator().pluginId()));
    // A value held for want of a live one is not a reading.
    if (member.value() != null && !member.held()) {
      families.gauge(IndexMetric.INDICATOR_VALUE, labels, member.value());
    }
  }

  private static String series(BoundMember bound) {
    return bound.indicator().inputs().all().stream()
        .map(Inputs.Input::series)
        .collect(Collectors.joining(","));
  }
}
