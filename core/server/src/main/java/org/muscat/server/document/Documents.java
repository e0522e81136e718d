package org.muscat.server.document;

import jakarta.inject.Inject;
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
import org.muscat.server.index.Theatre;
import org.muscat.server.index.WhatIf;

/** Makes the documents of the API. Safe for any thread. */
public final class Documents {

  /** The model of the demo theatre; alerts exclude it by this name. */
  public static final String DEMO_MODEL = "demo";

  private final LoadedPlugins plugins;
  private final FeedBoard feeds;

  @Inject
  public Documents(LoadedPlugins plugins, FeedBoard feeds) {
    this.plugins = plugins;
    this.feeds = feeds;
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

  /** A published state in the history of a theatre. */
  public record HistoryPoint(
      String asOf,
      String status,
      @Nullable Double stability,
      @Nullable Double lower,
      @Nullable Double upper,
      double coverage) {}

  /** What moved an index. */
  public ExplanationDocument explanation(Explanation explanation) {
    return ExplanationDocument.of(explanation, isDemo(explanation.theatre()));
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

  /**
   * The document of an index as it is served, published and hashed: one line of JSON with its line
   * break.
   */
  public String published(Assessment assessment) {
    return Json.compact(index(assessment)) + "\n";
  }

  public IndexDocument index(Assessment assessment) {
    boolean demo = isDemo(assessment.theatre());
    Programs programs = programs();
    return IndexDocument.of(
        assessment, demo, new ProgramsDocument(programs.muscat(), programs.plugins()));
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

  public HistoryPoint historyPoint(IndexState state) {
    return new HistoryPoint(
        state.asOf().toString(),
        Words.of(state.status()),
        state.scored().map(IndexState.Score::stability).orElse(null),
        state.scored().map(IndexState.Score::lower).orElse(null),
        state.scored().map(IndexState.Score::upper).orElse(null),
        state.coverage());
  }

  /** The feeds, as of a moment. */
  public List<FeedDocument> feeds(Instant now) {
    return feeds.all().stream().map(feed -> FeedDocument.of(feed, now)).toList();
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
