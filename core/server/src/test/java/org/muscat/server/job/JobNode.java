package org.muscat.server.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.muscat.server.http.ListenAddress;
import org.muscat.server.runtime.Server;
import org.muscat.server.runtime.Session;

/** A whole server in a process of its own, to be killed. */
final class JobNode {

  private JobNode() {}

  /**
   * Serves until it is killed.
   *
   * @param arguments muscat.yaml, the folder of the plugins, the data folder
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    Session session =
        Session.open(
            Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), "muscat.db");
    Server server = Server.start(session, new ListenAddress("127.0.0.1", 0), Clock.systemUTC());
    System.out.println("listening on " + server.url());
    new CountDownLatch(1).await();
  }
}
