package org.muscat.server.job;

import java.util.List;
import java.util.function.Supplier;
import org.muscat.server.config.JobConfig;
import org.muscat.server.deliver.Delivery;
import org.muscat.server.deliver.DeliveryException;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.Theatres;
import org.muscat.server.publish.Publisher;
import org.muscat.store.JobRun;
import org.muscat.store.Publication;

/** Scores theatres as of a slot, sends the scores, and records that they were published. */
final class ScoreWork implements JobWork {

  private final JobConfig.Score task;
  private final Supplier<Theatres> theatres;
  private final Assessor assessor;
  private final Publisher publisher;
  private final ScoreTargets targets;

  ScoreWork(
      JobConfig.Score task,
      Supplier<Theatres> theatres,
      Assessor assessor,
      Publisher publisher,
      ScoreTargets targets) {
    this.task = task;
    this.theatres = theatres;
    this.assessor = assessor;
    this.publisher = publisher;
    this.targets = targets;
  }

  @Override
  public Result run(JobRun run) throws InterruptedException {
    List<Theatre> chosen = Selections.of(theatres.get(), task.theatres());
    List<Assessment> assessments = assessor.assessAll(chosen, run.slot());
    Answers.require(assessments);
    for (Delivery delivery : targets.of(task, run)) {
      requireNoInterrupt();
      deliver(delivery, assessments);
    }
    List<Publication> publications = publisher.records(assessments);
    return new Result(
        Answers.scored(assessments),
        writing -> {
          writing.publish(publications);
          return publications.size();
        });
  }

  private static void deliver(Delivery delivery, List<Assessment> assessments)
      throws InterruptedException {
    try {
      delivery.deliver(assessments);
      delivery.finish();
    } catch (DeliveryException e) {
      requireNoInterrupt();
      throw new IllegalStateException(delivery.target() + ": " + e.getMessage(), e);
    }
  }

  private static void requireNoInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted");
    }
  }
}
