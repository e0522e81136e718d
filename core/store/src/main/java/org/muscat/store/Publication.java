package org.muscat.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a document was published, and what it was computed from. Immutable. Moments are kept to the
 * millisecond, {@code asOf} rounded down.
 *
 * @param theatre what it is about, not blank
 * @param model id of the model, not blank
 * @param modelHash content hash of the model, not blank
 * @param programs names engine and plugins with their versions, not blank
 * @param asOf the moment it speaks of
 * @param stamp the newest delivery that was read for it, as {@link History#stamp} tells it; not
 *     negative
 * @param documentHash SHA-256 of its bytes in lower-case hexadecimal digits
 * @param obstacle why nobody can compute the same bytes again, such as a plugin that did not answer
 *     just then; null if anybody can
 * @param recordedAt when it was published
 * @param said the numbers of the document; null if it was recorded before they were kept
 */
public record Publication(
    String theatre,
    String model,
    String modelHash,
    String programs,
    Instant asOf,
    long stamp,
    String documentHash,
    @Nullable String obstacle,
    Instant recordedAt,
    @Nullable Said said) {

  /**
   * What a document says in a few numbers. The store reads none of the words.
   *
   * @param status a word of the index, not blank
   * @param stability the score, finite; null if there is none
   * @param lower the lower end of its interval, finite; null if there is no score
   * @param upper the upper end of its interval, finite; null if there is no score
   * @param coverage the share of weight that is known, finite
   * @param regime a word, not blank; null if none is judged
   */
  public record Said(
      String status,
      @Nullable Double stability,
      @Nullable Double lower,
      @Nullable Double upper,
      double coverage,
      @Nullable String regime) {

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if a word is blank or a number not finite
     */
    public Said {
      requireText("status", status);
      if (regime != null) {
        requireText("regime", regime);
      }
      requireFinite("stability", stability);
      requireFinite("lower", lower);
      requireFinite("upper", upper);
      requireFinite("coverage", coverage);
    }

    private static void requireFinite(String name, @Nullable Double number) {
      if (number != null && !Double.isFinite(number)) {
        throw new IllegalArgumentException(
            name + " of a publication is " + number + "; leave it out instead");
      }
    }
  }

  /** One without its numbers. */
  public Publication(
      String theatre,
      String model,
      String modelHash,
      String programs,
      Instant asOf,
      long stamp,
      String documentHash,
      @Nullable String obstacle,
      Instant recordedAt) {
    this(
        theatre, model, modelHash, programs, asOf, stamp, documentHash, obstacle, recordedAt, null);
  }

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if a text is blank, the stamp is negative, or the hash is none
   */
  public Publication {
    requireText("theatre", theatre);
    requireText("model", model);
    requireText("model hash", modelHash);
    requireText("programs", programs);
    if (stamp < 0) {
      throw new IllegalArgumentException("stamp of a publication is negative: " + stamp);
    }
    if (!documentHash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "'" + documentHash + "' is not a SHA-256 in lower-case hexadecimal digits");
    }
  }

  private static void requireText(String name, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + " of a publication is blank");
    }
  }
}
