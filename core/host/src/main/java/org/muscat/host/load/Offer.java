package org.muscat.host.load;

import java.util.List;
import org.muscat.spi.PluginDescriptor;

/**
 * What a plugin offers, asked for once. Its code runs in this JVM or in another; who calls it need
 * not know which. Compared by identity. Safe for any thread.
 */
public interface Offer extends AutoCloseable {

  /** Where it was found. */
  Candidate candidate();

  /** Who the plugin says it is. */
  PluginDescriptor descriptor();

  /** The kinds of feeds that it offers. */
  List<OfferedFeed> feeds();

  /** The kinds of indicators that it offers. */
  List<OfferedIndicator> indicators();

  /** What the threads that call its code get as context class loader. */
  ClassLoader contextLoader();

  /**
   * The threads that its code started and that run now; waits for none of them. Plugins of one
   * candidate share their code, so each of them tells the threads of all.
   */
  default List<OwnThread> ownThreads() {
    return List.of();
  }

  /** Does what can be done to end those threads; they may run on. */
  default void endOwnThreads() {}

  /**
   * The names of threads that its code started and that still run. To be asked when everything of
   * it was closed; waits a little for them.
   */
  default List<String> leakedThreads() {
    return List.of();
  }

  /** How many threads ran into code that makes things and does not end. */
  default int stuckThreads() {
    return 0;
  }

  /** Lets it make things again, with new threads in place of stuck ones. */
  default void renew() {}

  /** Lets its code go. Idempotent; does not throw. */
  @Override
  void close();
}
