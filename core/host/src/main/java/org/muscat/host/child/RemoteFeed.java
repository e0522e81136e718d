package org.muscat.host.child;

import org.jspecify.annotations.Nullable;
import org.muscat.host.child.wire.Answer;
import org.muscat.host.child.wire.Request;
import org.muscat.host.load.ElsewhereException;
import org.muscat.spi.Batch;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;

/** A feed whose code runs in a child. */
final class RemoteFeed implements Feed {

  private final Supervisor supervisor;
  private final Item item;

  RemoteFeed(Supervisor supervisor, Item item) {
    this.supervisor = supervisor;
    this.item = item;
  }

  @Override
  @SuppressWarnings("NullAway") // null is passed on: the guard tells of it as of any other
  public Batch fetch(FetchRequest request) throws FeedException, InterruptedException {
    Answer answer = supervisor.call(item, new Request.Fetch(item.number(), request));
    if (answer instanceof Answer.Fetched fetched) {
      @Nullable Batch given = fetched.batch().orElse(null);
      return given;
    }
    if (answer instanceof Answer.Threw threw) {
      throw threw.failure().thrown();
    }
    throw Launcher.unexpected(answer);
  }

  /** Closes the feed in the child. In one that ended there is nothing to close. */
  @Override
  public void close() {
    supervisor.items().remove(item);
    if (supervisor.pid().isEmpty()) {
      return;
    }
    try {
      Answer answer = supervisor.call(item, new Request.Close(item.number()));
      if (answer instanceof Answer.Threw) {
        throw Launcher.unexpected(answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ElsewhereException("it did not close in time");
    }
  }
}
