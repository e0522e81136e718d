package org.muscat.host.child.wire;

import java.time.Instant;
import org.muscat.spi.HttpAnswer;

/** What the host says to a {@link Question}. */
public sealed interface Reply {

  /** The time. */
  record Time(Instant now) implements Reply {}

  /** What a web server answered. */
  record Web(HttpAnswer answer) implements Reply {}

  /** Something was thrown. */
  record Threw(Failure failure) implements Reply {}
}
