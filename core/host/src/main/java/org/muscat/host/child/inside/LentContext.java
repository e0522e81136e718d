package org.muscat.host.child.inside;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.host.child.wire.Note;
import org.muscat.host.child.wire.Request;
import org.muscat.spi.FeedContext;
import org.muscat.spi.HttpFetcher;
import org.muscat.spi.meter.Meters;

/** What the host lends to a feed, from afar. */
final class LentContext implements FeedContext {

  private final int feed;
  private final Request.Lent lent;
  private final Questions questions;

  LentContext(int feed, Request.Lent lent, Questions questions) {
    this.feed = feed;
    this.lent = lent;
    this.questions = questions;
  }

  @Override
  public String instance() {
    return lent.instance();
  }

  @Override
  public Path baseFolder() {
    return Path.of(lent.baseFolder());
  }

  @Override
  public Clock clock() {
    return new LentClock(feed, ZoneId.of(lent.zone()), questions);
  }

  @Override
  public HttpFetcher http() {
    return new LentHttp(feed, Set.copyOf(lent.secrets()), questions);
  }

  @Override
  public Meters meters() {
    return new Meters() {
      @Override
      public void count(String name, double amount, String... labels) {
        tell(true, name, amount, labels);
      }

      @Override
      public void gauge(String name, double value, String... labels) {
        tell(false, name, value, labels);
      }
    };
  }

  /** What cannot be told is told without a name, so that the host drops and counts it. */
  private void tell(
      boolean grows, @Nullable String name, double number, @Nullable String @Nullable [] labels) {
    boolean whole =
        name != null && labels != null && Arrays.stream(labels).noneMatch(Objects::isNull);
    questions.tell(
        new Note.Meter(
            feed,
            grows,
            whole ? String.valueOf(name) : "",
            number,
            whole ? Arrays.stream(labels).map(String::valueOf).toList() : List.of()));
  }

  @Override
  public System.Logger logger() {
    Set<System.Logger.Level> logged =
        lent.logged().stream().map(System.Logger.Level::valueOf).collect(Collectors.toSet());
    return new LentLogger(
        "org.muscat.feed." + lent.instance(),
        logged,
        (level, text) -> questions.tell(new Note.Log(feed, level, text)));
  }
}
