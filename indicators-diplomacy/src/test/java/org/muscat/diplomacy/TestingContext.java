package org.muscat.diplomacy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.muscat.spi.FeedContext;

/** A host for one feed, with a clock that stands still. */
public record TestingContext(Path baseFolder) implements FeedContext {

  @Override
  public String instance() {
    return "testing";
  }

  @Override
  public Clock clock() {
    return Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);
  }

  @Override
  public System.Logger logger() {
    return System.getLogger("testing");
  }
}
