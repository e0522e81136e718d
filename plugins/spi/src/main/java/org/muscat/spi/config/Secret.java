package org.muscat.spi.config;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that must never be seen, such as the key of an account: it is known by where it comes
 * from and looked up when it is needed, so that it may change while a feed runs. It never prints.
 * Immutable, safe for any thread.
 *
 * <p>In YAML an option of this type is written as a reference, {@code ${env:NAME}} or {@code
 * ${file:PATH}}.
 */
public final class Secret {

  private final String reference;
  private final Supplier<String> lookUp;

  private Secret(String reference, Supplier<String> lookUp) {
    this.reference = Objects.requireNonNull(reference);
    this.lookUp = Objects.requireNonNull(lookUp);
  }

  /**
   * A secret that is looked up each time.
   *
   * @param reference where it comes from, for messages; not the secret itself
   * @param lookUp gives the value, or throws an {@link IllegalStateException} that says what is
   *     missing
   */
  public static Secret of(String reference, Supplier<String> lookUp) {
    return new Secret(reference, lookUp);
  }

  /** Where it comes from, such as {@code ${env:EIA_KEY}}; may be shown. */
  public String reference() {
    return reference;
  }

  /**
   * The secret itself. Hand it to nothing that logs; the host puts it into requests by itself.
   *
   * @throws IllegalStateException if there is none where the reference points; says so without the
   *     value
   */
  public String reveal() {
    return lookUp.get();
  }

  /** Secrets with the same reference are the same. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret that && reference.equals(that.reference);
  }

  @Override
  public int hashCode() {
    return reference.hashCode();
  }

  /** The reference alone. */
  @Override
  public String toString() {
    return reference;
  }
}
