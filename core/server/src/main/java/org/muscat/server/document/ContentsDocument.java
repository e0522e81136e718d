package org.muscat.server.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.host.inspect.PluginContents;

/** What a plugin offers. Durations are ISO. */
public record ContentsDocument(
    String id,
    String title,
    String version,
    int spiVersion,
    String licence,
    List<FeedKind> feeds,
    List<IndicatorKind> indicators) {

  /** A kind of feed. */
  public record FeedKind(
      String id,
      String title,
      String source,
      String cadence,
      String licence,
      boolean tellsWholeHistory,
      List<OptionDocument> options) {

    private static FeedKind of(PluginContents.FeedKind kind) {
      return new FeedKind(
          kind.descriptor().id(),
          kind.descriptor().title(),
          kind.descriptor().source(),
          kind.descriptor().cadence().toString(),
          kind.descriptor().licence(),
          kind.descriptor().tellsWholeHistory(),
          kind.options().stream().map(OptionDocument::of).toList());
    }
  }

  /**
   * A kind of indicator.
   *
   * @param role in small letters, such as {@code pillar}
   * @param scale in words
   * @param sigma0 standard error of a fresh reading, in points of risk
   * @param maxAge the age past which a reading is missing
   */
  public record IndicatorKind(
      String id,
      String title,
      String role,
      String unit,
      String scale,
      double sigma0,
      double sigmaClim,
      String halfLife,
      String maxAge,
      String literature,
      List<OptionDocument> options) {

    private static IndicatorKind of(PluginContents.IndicatorKind kind) {
      return new IndicatorKind(
          kind.descriptor().id(),
          kind.descriptor().title(),
          Words.of(kind.descriptor().role()),
          kind.descriptor().unit(),
          kind.descriptor().scale().toString(),
          kind.descriptor().uncertainty().sigma0(),
          kind.descriptor().uncertainty().sigmaClim(),
          kind.descriptor().uncertainty().halfLife().toString(),
          kind.descriptor().uncertainty().maxAge().toString(),
          kind.descriptor().literature(),
          kind.options().stream().map(OptionDocument::of).toList());
    }
  }

  /**
   * An option.
   *
   * @param values the only ones that it takes; empty for any of its type
   * @param min the smallest number allowed; null if there is none
   * @param max the largest number allowed; null if there is none
   */
  public record OptionDocument(
      String name,
      String type,
      boolean list,
      boolean required,
      String doc,
      String defaultValue,
      String example,
      String pattern,
      @Nullable Double min,
      @Nullable Double max,
      List<String> values,
      List<String> formerNames) {

    static OptionDocument of(OptionDescriptor option) {
      return new OptionDocument(
          option.name(),
          option.type(),
          option.list(),
          option.required(),
          option.doc(),
          option.defaultValue(),
          option.example(),
          option.pattern(),
          Double.isInfinite(option.min()) ? null : option.min(),
          Double.isInfinite(option.max()) ? null : option.max(),
          option.values(),
          option.formerNames());
    }
  }

  /** The document of what a plugin offers. */
  public static ContentsDocument of(PluginContents contents) {
    return new ContentsDocument(
        contents.plugin().id(),
        contents.plugin().title(),
        contents.plugin().version(),
        contents.plugin().spiVersion(),
        contents.plugin().licence(),
        contents.feeds().stream().map(FeedKind::of).toList(),
        contents.indicators().stream().map(IndicatorKind::of).toList());
  }
}
