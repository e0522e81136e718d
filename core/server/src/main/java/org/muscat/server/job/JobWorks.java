package org.muscat.server.job;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Supplier;
import org.muscat.server.backfill.Backfill;
import org.muscat.server.config.JobConfig;
import org.muscat.server.deliver.Deliveries;
import org.muscat.server.document.Documents;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.Theatres;
import org.muscat.server.publish.Publisher;
import org.muscat.server.report.ReportFolder;
import org.muscat.server.report.Reports;
import org.muscat.store.Store;

/** Makes what jobs do of their configuration. Safe for any thread. */
public final class JobWorks {

  private final Assessor assessor;
  private final Publisher publisher;
  private final ScoreTargets targets;
  private final Backfill backfill;
  private final Store store;
  private final Clock clock;
  private final Reports reports;
  private final ReportFolder reportFolder;
  private final RunningServer server;

  @Inject
  public JobWorks(
      Assessor assessor,
      Documents documents,
      IndexBoard board,
      Backfill backfill,
      Store store,
      Deliveries deliveries,
      Clock clock,
      Reports reports,
      ReportFolder reportFolder) {
    this.assessor = assessor;
    this.publisher = new Publisher(store, documents, board, clock);
    this.targets = new ScoreTargets(deliveries, documents);
    this.backfill = backfill;
    this.store = store;
    this.clock = clock;
    this.reports = reports;
    this.reportFolder = reportFolder;
    this.server = RunningServer.NONE;
  }

  private JobWorks(JobWorks other, RunningServer server) {
    this.assessor = other.assessor;
    this.publisher = other.publisher;
    this.targets = other.targets;
    this.backfill = other.backfill;
    this.store = other.store;
    this.clock = other.clock;
    this.reports = other.reports;
    this.reportFolder = other.reportFolder;
    this.server = server;
  }

  /** The same in a server, where all kinds of jobs can run. */
  public JobWorks in(RunningServer running) {
    return new JobWorks(this, running);
  }

  JobWork of(JobConfig job, Supplier<Theatres> theatres) {
    JobConfig.Task task = job.task();
    if (task instanceof JobConfig.Fetch fetch) {
      return new FetchWork(fetch, server.fetches().get());
    }
    if (task instanceof JobConfig.Tick tick) {
      return new TickWork(tick, theatres, server.ticker().get(), publisher);
    }
    if (task instanceof JobConfig.Score score) {
      return new ScoreWork(score, theatres, assessor, publisher, targets);
    }
    if (task instanceof JobConfig.Backfill fill) {
      return new BackfillWork(fill, theatres, backfill, store, clock);
    }
    if (task instanceof JobConfig.Report report) {
      return new ReportWork(report, theatres, reports, reportFolder.path());
    }
    return new PruneWork((JobConfig.Prune) task);
  }
}
