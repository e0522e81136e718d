package org.muscat.server.publish;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.muscat.engine.IndexState;
import org.muscat.server.document.Documents;
import org.muscat.server.document.Words;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.PublishedPoint;
import org.muscat.server.index.Snapshot;
import org.muscat.store.Publication;
import org.muscat.store.Store;
import org.muscat.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes snapshots. What is published is recorded first, in one transaction, so that it can be
 * computed again; what cannot be recorded is not published, and the last snapshot stays. The demo
 * theatre is published without a record: its clock passes the same days again and again.
 */
public final class Publisher implements Consumer<Snapshot> {

  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  private final Store store;
  private final Documents documents;
  private final IndexBoard board;
  private final Clock clock;
  private final AtomicBoolean failing = new AtomicBoolean();

  /**
   * A publisher.
   *
   * @param clock says when something was published
   */
  public Publisher(Store store, Documents documents, IndexBoard board, Clock clock) {
    this.store = store;
    this.documents = documents;
    this.board = board;
    this.clock = clock;
  }

  @Override
  public void accept(Snapshot snapshot) {
    if (isRecorded(snapshot)) {
      board.publish(snapshot);
    }
  }

  private boolean isRecorded(Snapshot snapshot) {
    try {
      store.publications().append(records(snapshot.assessments()));
    } catch (StoreException e) {
      if (!failing.getAndSet(true)) {
        LOG.atError()
            .addKeyValue("event", "publish-blocked")
            .addKeyValue("asOf", snapshot.asOf())
            .addKeyValue("reason", e.getMessage())
            .log("nothing is published until it can be recorded");
      }
      return false;
    }
    if (failing.getAndSet(false)) {
      LOG.atInfo()
          .addKeyValue("event", "publish-resumed")
          .addKeyValue("asOf", snapshot.asOf())
          .log("the index is published again");
    }
    return true;
  }

  /** What is to be recorded of assessments that are published now. */
  public List<Publication> records(List<Assessment> assessments) {
    Instant now = clock.instant();
    return assessments.stream()
        .filter(assessment -> !Documents.isDemo(assessment))
        .map(assessment -> publication(assessment, now))
        .toList();
  }

  private Publication publication(Assessment assessment, Instant now) {
    IndexState state = assessment.state();
    return new Publication(
        state.theatre(),
        state.model(),
        state.modelHash(),
        documents.programs().text(),
        state.asOf(),
        assessment.basis().stamp(),
        DocumentHash.of(documents.recorded(assessment)),
        assessment.basis().failure().map(f -> "indicator " + f.message()).orElse(null),
        now,
        said(PublishedPoint.of(assessment)));
  }

  private static Publication.Said said(PublishedPoint point) {
    return new Publication.Said(
        Words.of(point.status()),
        point.stability(),
        point.lower(),
        point.upper(),
        point.coverage(),
        point.regime() == null ? null : Words.of(point.regime()));
  }
}
