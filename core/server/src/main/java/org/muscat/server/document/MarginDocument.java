package org.muscat.server.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.margin.Margin;
import org.muscat.engine.margin.TouchProbability;
import org.muscat.engine.margin.TouchProbability.Published;
import org.muscat.engine.margin.TouchProbability.Withheld;
import org.muscat.engine.theatre.TheatreState.MarginView;

/**
 * The margin for error as JSON (method, section 7). It is about the mean of the pillars, {@code
 * dynamic}, not about the published index.
 *
 * @param band such as {@code elevated}; null when there is no score
 * @param threshold where the next-worse band begins, raised in BRINK, in points; null with the
 *     margin
 * @param distance from the threshold up, in points; negative below a raised threshold
 * @param sigmas the distance in standard deviations of a move over the horizon
 * @param word {@code thin}, {@code moderate} or {@code ample}
 * @param vetoes what forbade the word {@code ample}, though there are more than two sigma
 * @param reason why there is no margin; empty when there is
 * @param touchProbability of touching the threshold within the horizon
 */
public record MarginDocument(
    @Nullable String band,
    @Nullable Double threshold,
    @Nullable Double distance,
    @Nullable Double sigmas,
    @Nullable String word,
    List<String> vetoes,
    String reason,
    TouchDocument touchProbability) {

  /**
   * The probability of touching the next-worse band.
   *
   * @param value in [0,1]; null while it is not published
   * @param days the horizon; null when there is no margin
   * @param reason why it is not published; empty when it is
   */
  public record TouchDocument(@Nullable Double value, @Nullable Double days, String reason) {}

  static MarginDocument of(MarginView view) {
    String band = view.band() == null ? null : Words.of(view.band());
    Margin margin = view.margin();
    if (margin == null) {
      return new MarginDocument(
          band, null, null, null, null, List.of(), view.reason(), touch(view.touch(), null));
    }
    return new MarginDocument(
        band,
        margin.threshold(),
        margin.distance(),
        margin.sigmas(),
        Words.of(margin.band()),
        // A set has no order of its own; the same question must give the same bytes.
        margin.vetoes().stream().sorted().map(Words::of).toList(),
        "",
        touch(view.touch(), margin.days()));
  }

  private static TouchDocument touch(TouchProbability touch, @Nullable Double days) {
    return touch instanceof Published published
        ? new TouchDocument(published.probability(), published.days(), "")
        : new TouchDocument(null, days, ((Withheld) touch).reason());
  }
}
