package org.muscat.server.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.Random;
import org.muscat.host.LoadedPlugins;
import org.muscat.server.backfill.Backfill;
import org.muscat.server.chokepoint.Chokepoints;
import org.muscat.server.deliver.Deliveries;
import org.muscat.server.document.Documents;
import org.muscat.server.feed.FeedBoard;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.Theatres;
import org.muscat.server.job.JobWorks;
import org.muscat.server.metrics.IndicatorValues;
import org.muscat.server.publish.PublishedHistory;
import org.muscat.server.publish.Reproduction;
import org.muscat.server.publish.TheatreEvents;
import org.muscat.server.quarantine.QuarantineWatch;
import org.muscat.server.report.ReportFolder;
import org.muscat.server.report.Reports;
import org.muscat.store.Store;

/** From the store to the published index. */
final class CoreModule extends AbstractModule {

  private final Session session;

  CoreModule(Session session) {
    this.session = session;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    binder().disableCircularProxies();
    binder().requireAtInjectOnConstructors();
    binder().requireExactBindingAnnotations();
    bind(Store.class).toInstance(session.store());
    bind(LoadedPlugins.class).toInstance(session.plugins());
    bind(Theatres.class).toInstance(session.theatres());
    bind(QuarantineWatch.class).toInstance(session.quarantine());
    bind(Clock.class).toInstance(session.clock());
    bind(FeedBoard.class).toInstance(session.feedBoard());
    Scoring scoring = session.scoring();
    bind(Assessor.class).toInstance(scoring.assessor());
    bind(IndexBoard.class).toInstance(new IndexBoard());
    bind(Restricted.class).toInstance(session.restricted());
    bind(IndicatorValues.class).toInstance(session.indicatorValues());
    bind(Deliveries.class)
        .toInstance(
            new Deliveries(
                session.clock(), new Random(), session.config().http(), session::restricted));
    bind(Backfill.class).in(Singleton.class);
    bind(JobWorks.class).in(Singleton.class);
    bind(Documents.class).toInstance(scoring.documents());
    bind(Chokepoints.class).in(Singleton.class);
    bind(Reproduction.class).toInstance(scoring.reproduction());
    bind(PublishedHistory.class).in(Singleton.class);
    bind(TheatreEvents.class).in(Singleton.class);
    bind(Reports.class).in(Singleton.class);
    bind(ReportFolder.class).toInstance(ReportFolder.in(session.data()));
  }
}
