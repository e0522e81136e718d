package org.muscat.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an index said as of one moment, and where its fold stood. Immutable. Moments are kept to the
 * millisecond, {@code asOf} rounded down.
 *
 * @param theatre what is scored, not blank
 * @param model id of the model, not blank
 * @param modelHash content hash of the model, not blank
 * @param programs names engine and plugins with their versions, not blank
 * @param asOf the moment it was said of
 * @param stamp the newest delivery that was read for it: {@link History#stamp} or, asked for before
 *     anything was read, {@link Store#stamp}; not negative
 * @param status a word of the index, not blank
 * @param stability the score, finite; null if the index refused to give one
 * @param lower the lower end of its interval, finite, or null
 * @param upper the upper end of its interval, finite, or null
 * @param document the whole state as text; the store does not read it
 * @param checkpoint where the fold can go on after this state; the store does not read it; null if
 *     it cannot
 * @param recordedAt when it was computed
 */
public record StoredState(
    String theatre,
    String model,
    String modelHash,
    String programs,
    Instant asOf,
    long stamp,
    String status,
    @Nullable Double stability,
    @Nullable Double lower,
    @Nullable Double upper,
    String document,
    @Nullable String checkpoint,
    Instant recordedAt) {

  /**
   * Checks what the database could not keep as it is.
   *
   * @throws IllegalArgumentException if a text is blank where it may not be, or holds a NUL or half
   *     of a surrogate pair, a number is not finite, or the stamp is negative
   */
  public StoredState {
    requireText("theatre", theatre);
    requireText("model", model);
    requireText("model hash", modelHash);
    requireText("programs", programs);
    requireText("status", status);
    requireText("document", document);
    if (checkpoint != null) {
      requireText("checkpoint", checkpoint);
    }
    requireFinite("stability", stability);
    requireFinite("lower", lower);
    requireFinite("upper", upper);
    if (stamp < 0) {
      throw new IllegalArgumentException("stamp of an index state is negative: " + stamp);
    }
  }

  /** Names it in an error. */
  String label() {
    return "state of theatre '"
        + theatre
        + "' as of "
        + asOf
        + " by model '"
        + model
        + "' (hash "
        + modelHash
        + ") and "
        + programs;
  }

  /**
   * Whether this says all that another version of the same state says. It may have a checkpoint
   * more: which states have one depends on where a back-fill ended.
   */
  boolean saysAllOf(StoredState other) {
    return document.equals(other.document)
        && (other.checkpoint == null || other.checkpoint.equals(checkpoint));
  }

  /** Whether only one of this and another version of the same state can be right. */
  boolean contradicts(StoredState other) {
    return !document.equals(other.document)
        || (checkpoint != null && other.checkpoint != null && !checkpoint.equals(other.checkpoint));
  }

  private static void requireText(String name, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + " of an index state is blank");
    }
    if (!isStorable(text)) {
      throw new IllegalArgumentException(
          name + " of an index state holds a NUL or half of a surrogate pair; escape it");
    }
  }

  /** By hand: an encoder takes a quarter of the time of a back-fill to say the same. */
  private static boolean isStorable(String text) {
    if (text.indexOf('\0') >= 0) {
      return false;
    }
    // Copied there and back, which is quick, nearly every text is the same: it has no surrogates.
    if (new String(text.getBytes(ISO_8859_1), ISO_8859_1).equals(text)) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (Character.isSurrogate(character)) {
        boolean isPair =
            i + 1 < text.length() && Character.isSurrogatePair(character, text.charAt(i + 1));
        if (!isPair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static void requireFinite(String name, @Nullable Double number) {
    if (number != null && !Double.isFinite(number)) {
      throw new IllegalArgumentException(
          name + " of an index state is " + number + "; leave it out instead");
    }
  }
}
