package org.muscat.server;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.muscat.server.document.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs libraries once, on a thread of its own, while the command line and the configuration are
 * read: a short command needs them soon after, and the first run of each takes longest. It has no
 * other effect; what fails here fails again where it is needed, and is told there.
 */
final class Ahead {

  /** Something to wire. */
  static final class Part {

    @Inject
    Part() {}
  }

  private static final class Parts extends AbstractModule {

    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      bind(Part.class).in(Singleton.class);
    }
  }

  private Ahead() {}

  /** Begins. */
  static void start() {
    Thread thread = new Thread(Ahead::run, "ahead");
    thread.setDaemon(true);
    thread.start();
  }

  private static void run() {
    Logger log = LoggerFactory.getLogger(Ahead.class);
    try {
      Part part = Guice.createInjector(new Parts()).getInstance(Part.class);
      String json = Json.compact(Map.of("numbers", List.of(0.5)));
      log.trace("{} {}", part, json);
    } catch (RuntimeException e) {
      log.debug("cannot be run ahead", e);
    }
  }
}
