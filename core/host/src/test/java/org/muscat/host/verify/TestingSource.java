package org.muscat.host.verify;

import java.net.URI;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubServer;

/** Plays a source whose good answer is one line. */
final class TestingSource implements PlayedSource, AutoCloseable {

  private final StubServer server = StubServer.http();

  @Override
  public URI address() {
    return server.uri("");
  }

  @Override
  public void play(Mood mood) {
    server.otherwise(
        request ->
            switch (mood) {
              case WELL -> StubAnswer.text("good");
              case SLOW -> StubAnswer.slow("good", 1);
              case UNAUTHORISED -> StubAnswer.status(401);
              case RATE_LIMITED -> StubAnswer.status(429);
              case FAILED -> StubAnswer.status(503);
              case GARBAGE -> StubAnswer.text("#!?");
              case EMPTY -> StubAnswer.text("");
              case ERROR_AS_SUCCESS -> StubAnswer.text("error");
              case HANGING -> StubAnswer.hanging();
            });
  }

  @Override
  public void close() {
    server.close();
  }
}
