package org.muscat.server.prompt;

import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes threads that go on at once when they are due, whatever else wants the processors. A thread
 * that wakes waits, on Linux, until the one that runs has had its slice, some milliseconds, of
 * whatever priority both are; from Linux 6.12 on, one that asks for a shorter slice does not. It
 * takes no more time than before, only smaller pieces, and no right is needed.
 *
 * <p>Where that cannot be had, they are threads as all others are, and the log says why. Safe for
 * any thread.
 */
public final class PromptThreads implements ThreadFactory {

  private static final Logger LOG = LoggerFactory.getLogger(PromptThreads.class);

  private final String name;

  /** All of a name. */
  public PromptThreads(String name) {
    this.name = name;
  }

  @Override
  public Thread newThread(Runnable body) {
    return new Thread(
        () -> {
          becomePrompt();
          body.run();
        },
        name);
  }

  private void becomePrompt() {
    try {
      Slice.shorten();
      LOG.atDebug().addKeyValue("event", "thread-prompt").addKeyValue("name", name).log("prompt");
    } catch (NoSliceException e) {
      LOG.atInfo()
          .addKeyValue("event", "thread-not-prompt")
          .addKeyValue("name", name)
          .addKeyValue("cause", e.getMessage())
          .log("a thread may begin some milliseconds late while all processors are busy");
    }
  }
}
