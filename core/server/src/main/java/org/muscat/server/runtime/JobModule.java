package org.muscat.server.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.muscat.server.job.JobSchedule;
import org.muscat.server.job.JobWorks;

/** What runs at times of the clock, in a server. */
public final class JobModule extends AbstractModule {

  private final Session session;

  public JobModule(Session session) {
    this.session = session;
  }

  @Provides
  @Singleton
  JobSchedule schedule(JobWorks works) {
    return new JobSchedule(
        Node.name(),
        session.store(),
        works,
        session.config().jobs(),
        session.theatres(),
        session.clock(),
        JobSchedule.Pace.usual());
  }
}
