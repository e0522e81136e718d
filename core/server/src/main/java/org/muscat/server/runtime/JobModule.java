package org.muscat.server.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.muscat.server.job.JobSchedule;
import org.muscat.server.job.JobWorks;
import org.muscat.server.job.RunningServer;

/** What runs at times of the clock, in a server. */
public final class JobModule extends AbstractModule {

  private final Session session;
  private final RunningServer server;

  /**
   * Wires them.
   *
   * @param server is asked once jobs run
   */
  public JobModule(Session session, RunningServer server) {
    this.session = session;
    this.server = server;
  }

  @Provides
  @Singleton
  JobSchedule schedule(JobWorks works) {
    return new JobSchedule(
        Node.name(),
        session.store(),
        works.in(server),
        session.config().jobs(),
        session.theatres(),
        session.clock(),
        JobSchedule.Pace.usual());
  }
}
