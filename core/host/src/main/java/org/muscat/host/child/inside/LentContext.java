package org.muscat.host.child.inside;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        questions.tell(new Note.Meter(feed, true, name, amount, List.of(labels)));
      }

      @Override
      public void gauge(String name, double value, String... labels) {
        questions.tell(new Note.Meter(feed, false, name, value, List.of(labels)));
      }
    };
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
