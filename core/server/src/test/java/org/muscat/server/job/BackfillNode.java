package org.muscat.server.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.muscat.server.config.JobConfig;
import org.muscat.server.runtime.Session;
import org.muscat.store.JobRun;

/** The jobs of a server in a process of its own, to be killed; who died is soon found dead. */
final class BackfillNode {

  private static final JobSchedule.Pace PACE =
      new JobSchedule.Pace(Duration.ofMillis(20), Duration.ofMillis(200), 1);

  private BackfillNode() {}

  /**
   * Runs the only job until it is killed: goes on with its run, or asks for one.
   *
   * @param arguments muscat.yaml, the folder of the plugins, the data folder
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    try (Session session =
        Session.open(
            Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), "muscat.db")) {
      JobConfig job = session.config().jobs().get(0);
      JobSchedule schedule =
          new JobSchedule(
              "node",
              session.store(),
              session.injector().getInstance(JobWorks.class),
              session.config().jobs(),
              session.theatres(),
              session.clock(),
              PACE);
      schedule.start();
      if (session.store().jobRuns().open(job.id()).isEmpty()) {
        JobRun asked = schedule.run(job);
        System.out.println("asked for " + asked.slot());
      }
      new CountDownLatch(1).await();
    }
  }
}
