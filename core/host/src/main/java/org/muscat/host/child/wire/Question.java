package org.muscat.host.child.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a feed in a child asks of its context, while the host calls it. */
public sealed interface Question {

  /** The number of the feed. */
  int feed();

  /** What time is it? */
  record Time(int feed) implements Question {}

  /** What does a web server answer? See {@link org.muscat.spi.HttpQuery}. */
  record Web(
      int feed,
      String address,
      List<Parameter> parameters,
      Map<String, String> headers,
      Map<String, Hidden> secretHeaders,
      List<String> mediaTypes,
      long mostBytes,
      Duration within)
      implements Question {}

  /** A parameter of an address, with a value or a secret. */
  record Parameter(String name, String value, Optional<Hidden> secret) {}

  /**
   * A secret.
   *
   * @param reference where it comes from
   * @param value of a secret that the plugin made by itself; those of options stay in the host
   */
  record Hidden(String reference, Optional<String> value) {

    /** The reference alone. */
    @Override
    public String toString() {
      return reference;
    }
  }
}
