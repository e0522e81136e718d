package org.muscat.engine.theatre;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.Model;
import org.muscat.engine.response.AsymmetricResponse;

/**
 * All of a model that concerns one theatre. Immutable.
 *
 * @param theatre its id
 * @param model what is weighed how
 * @param response how the index follows its target
 * @param regime what the regime is judged by; null if the model has none
 * @param margin how the margin for error is taken
 * @param history where the fold begins
 */
public record TheatreModel(
    String theatre,
    Model model,
    AsymmetricResponse response,
    @Nullable RegimeModel regime,
    MarginModel margin,
    History history) {

  /**
   * Where the history of a model begins (method, section 2.8).
   *
   * @param from the first moment with a published index; null for the first at which anything was
   *     known
   * @param warmUp how long before that the fold begins, not negative; without {@code from} it
   *     begins with the first thing known
   */
  public record History(@Nullable Instant from, Duration warmUp) {

    /** The 800 days of method, section 2.8. */
    public static final Duration DEFAULT_WARM_UP = Duration.ofDays(800);

    /** From the first thing known. */
    public static final History WHOLE = new History(null, DEFAULT_WARM_UP);

    public History {
      if (warmUp.isNegative()) {
        throw new IllegalArgumentException("warm-up " + warmUp + " is negative");
      }
    }

    /**
     * The first point of the grid that is folded.
     *
     * @param firstKnown when the first observation of any input was known
     */
    public Instant origin(Instant firstKnown) {
      Instant begin = from == null ? firstKnown : from.minus(warmUp);
      return Grid.atOrAfter(begin);
    }
  }

  /** A model that is its pillars and the response, nothing else. */
  public static TheatreModel of(String theatre, Model model) {
    return new TheatreModel(
        theatre, model, AsymmetricResponse.DEFAULT, null, MarginModel.DEFAULT, History.WHOLE);
  }

  /** The ids of everything that is read for this theatre, each once. */
  public List<String> inputs() {
    List<String> ids = new ArrayList<>(model.inputs());
    if (regime != null) {
      ids.addAll(regime.inputs());
    }
    return ids.stream().distinct().toList();
  }

  /**
   * The same with other weights.
   *
   * @throws IllegalArgumentException as {@link Model#withWeights} says
   */
  public TheatreModel withWeights(Map<String, Double> weights) {
    return new TheatreModel(theatre, model.withWeights(weights), response, regime, margin, history);
  }
}
