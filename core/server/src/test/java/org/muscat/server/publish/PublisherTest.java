package org.muscat.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.document.Documents;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.Snapshot;
import org.muscat.server.runtime.Session;
import org.muscat.store.Publication;

class PublisherTest {

  private static final Instant NOW = Instant.parse("2025-01-10T12:00:00Z");

  @TempDir Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private final IndexBoard board = new IndexBoard();

  @Test
  void shouldRecordEachTheatreBeforeItIsPublished() throws IOException {
    try (Session session = Home.in(folder).open()) {
      Home.points(session.store(), "test/one", NOW.minusSeconds(3600), 10);
      board.listen(
          snapshot ->
              assertThat(session.store().publications().at("south", snapshot.asOf())).isPresent());

      publisher(session).accept(snapshot(session));

      Publication north = session.store().publications().at("north", NOW).orElseThrow();
      assertThat(north.model()).isEqualTo("test");
      assertThat(north.stamp()).isEqualTo(session.store().stamp()).isPositive();
      assertThat(north.programs()).contains("acme 1.0");
      assertThat(north.obstacle()).isNull();
      assertThat(board.current()).isPresent();
    }
  }

  @Test
  void shouldPublishNothingThatCannotBeRecordedAndSaySoOnce() throws IOException {
    try (Session session = Home.in(folder).open()) {
      Snapshot snapshot = snapshot(session);
      Publisher publisher = publisher(session);
      session.store().close();

      publisher.accept(snapshot);
      publisher.accept(snapshot);

      assertThat(board.current()).isEmpty();
      assertThat(logs.errors())
          .singleElement()
          .asString()
          .contains("nothing is published until it can be recorded");
    }
  }

  @Test
  void shouldPublishTheDemoWithoutARecord() throws IOException {
    Home home = Home.in(folder).model("test", Home.MODEL.replace("model: test", "model: demo"));
    try (Session session = home.open()) {
      publisher(session).accept(snapshot(session));

      assertThat(board.current()).isPresent();
      assertThat(session.store().publications().at("north", NOW)).isEqualTo(Optional.empty());
    }
  }

  @Test
  void shouldRecordWhyItCannotBeComputedAgain() throws IOException {
    System.setProperty("hang test/two", "");
    try (Session session = Home.in(folder).open()) {
      publisher(session).accept(snapshot(session));

      assertThat(session.store().publications().at("north", NOW).orElseThrow().obstacle())
          .contains("indicator ");
    } finally {
      System.clearProperty("hang test/two");
    }
  }

  private static Snapshot snapshot(Session session) {
    return new Snapshot(
        NOW,
        new Assessor(session.store(), session.plugins()).assessAll(session.theatres().all(), NOW));
  }

  private Publisher publisher(Session session) {
    Documents documents = session.injector().getInstance(Documents.class);
    return new Publisher(session.store(), documents, board, session.clock());
  }
}
