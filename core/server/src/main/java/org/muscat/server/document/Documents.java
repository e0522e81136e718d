package org.muscat.server.document;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState;
import org.muscat.host.LoadedPlugins;
import org.muscat.server.document.IndexDocument.ProgramsDocument;
import org.muscat.server.feed.FeedBoard;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Explanation;
import org.muscat.server.index.Programs;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.WhatIf;

/** Makes the documents of the API. Safe for any thread. */
public final class Documents {

  /** The model of the demo theatre; alerts exclude it by this name. */
  public static final String DEMO_MODEL = "demo";

  private final LoadedPlugins plugins;
  private final FeedBoard feeds;
  private final Restricted restricted;

  public Documents(LoadedPlugins plugins, FeedBoard feeds, Restricted restricted) {
    this.plugins = plugins;
    this.feeds = feeds;
    this.restricted = restricted;
  }

  /** A theatre in the list of theatres. */
  public record TheatreDocument(
      String id,
      String title,
      String model,
      boolean demo,
      @Nullable String asOf,
      @Nullable String status,
      @Nullable Double stability) {}

  /** What moved an index. */
  public ExplanationDocument explanation(Explanation explanation) {
    return ExplanationDocument.of(explanation, isDemo(explanation.theatre()), restricted);
  }

  /**
   * What would be said.
   *
   * @param readings and {@code weights}: what was asked for
   */
  public WhatIfDocument whatIf(
      WhatIf whatIf, Map<String, Double> readings, Map<String, Double> weights) {
    return WhatIfDocument.of(whatIf, index(whatIf.would()), readings, weights);
  }

  /** Whether a theatre is that of the demo. */
  public static boolean isDemo(Theatre theatre) {
    return theatre.model().id().equals(DEMO_MODEL);
  }

  /** What computes here. */
  public Programs programs() {
    return Programs.of(plugins);
  }

  /** Whether an assessment is of the demo theatre. */
  public static boolean isDemo(Assessment assessment) {
    return isDemo(assessment.theatre());
  }

  /** The document of an index as it is served: one line of JSON with its line break. */
  public String served(Assessment assessment) {
    return Json.compact(index(assessment)) + "\n";
  }

  /**
   * The document of an index as it is recorded: as it is served, with nothing withheld, so that it
   * does not depend on what may be passed on.
   */
  public String recorded(Assessment assessment) {
    return Json.compact(whole(assessment)) + "\n";
  }

  /** The document without the values that may not be passed on. */
  public IndexDocument index(Assessment assessment) {
    return document(assessment, restricted);
  }

  /** The document with everything in it. */
  public IndexDocument whole(Assessment assessment) {
    return document(assessment, Restricted.NOTHING);
  }

  private IndexDocument document(Assessment assessment, Restricted withheld) {
    Programs programs = programs();
    return IndexDocument.of(
        assessment,
        isDemo(assessment),
        withheld,
        new ProgramsDocument(programs.muscat(), programs.plugins()));
  }

  /** What the indicators of a theatre said on a day. */
  public DayDocument day(Assessment assessment) {
    return DayDocument.of(assessment, restricted);
  }

  /** A theatre with its newest score, if there is an assessment yet. */
  public TheatreDocument theatre(Theatre theatre, @Nullable Assessment assessment) {
    IndexState state = assessment == null ? null : assessment.state();
    return new TheatreDocument(
        theatre.id(),
        theatre.title(),
        theatre.model().id(),
        isDemo(theatre),
        state == null ? null : state.asOf().toString(),
        state == null ? null : Words.of(state.status()),
        state == null ? null : state.scored().map(IndexState.Score::stability).orElse(null));
  }

  /** The feeds, as of a moment. */
  public List<FeedDocument> feeds(Instant now) {
    return feeds.all().stream().map(feed -> FeedDocument.of(feed, now)).toList();
  }

  /** The kinds of indicators on offer, in the order of their ids. */
  public List<IndicatorKindDocument> indicators() {
    return plugins.indicatorIds().stream()
        .flatMap(id -> plugins.indicator(id).stream())
        .map(IndicatorKindDocument::of)
        .toList();
  }

  /** The verdicts on what has this id; more than one if it was offered twice. */
  public List<PluginDocument> plugin(String id) {
    return plugins().stream().filter(plugin -> plugin.plugin().equals(id)).toList();
  }

  /** All plugins and the verdicts on them. */
  public List<PluginDocument> plugins() {
    return plugins.verdicts().stream().map(PluginDocument::of).toList();
  }
}
