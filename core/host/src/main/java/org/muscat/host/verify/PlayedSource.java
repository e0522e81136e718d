package org.muscat.host.verify;

import java.net.URI;

/** A server on loopback that plays the source of a feed. Whoever gives one closes it. */
public interface PlayedSource {

  /** Where it listens: scheme, host and port. */
  URI address();

  /** From now on every request is treated like this. */
  void play(Mood mood);
}
