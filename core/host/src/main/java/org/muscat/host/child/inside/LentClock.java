package org.muscat.host.child.inside;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.muscat.host.child.wire.Question;
import org.muscat.host.child.wire.Reply;
import org.muscat.host.load.ElsewhereException;

/** The clock of the host, asked each time: it may be a replay's, which does not tick by itself. */
final class LentClock extends Clock {

  private final int feed;
  private final ZoneId zone;
  private final Questions questions;

  LentClock(int feed, ZoneId zone, Questions questions) {
    this.feed = feed;
    this.zone = zone;
    this.questions = questions;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new LentClock(feed, other, questions);
  }

  @Override
  public Instant instant() {
    Reply reply = questions.askUninterruptibly(new Question.Time(feed));
    if (reply instanceof Reply.Time time) {
      return time.now();
    }
    throw new ElsewhereException(
        reply instanceof Reply.Threw threw
            ? threw.failure().message()
            : "the host does not tell the time");
  }
}
