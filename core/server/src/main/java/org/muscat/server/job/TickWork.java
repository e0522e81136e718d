package org.muscat.server.job;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.muscat.server.config.JobConfig;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.Theatres;
import org.muscat.server.index.Ticker;
import org.muscat.server.publish.Publisher;
import org.muscat.store.JobRun;
import org.muscat.store.Publication;

/**
 * Assesses theatres as of a slot, between two ticks, records that they were published, and then
 * shows them.
 */
final class TickWork implements JobWork {

  private final JobConfig.Tick task;
  private final Supplier<Theatres> theatres;
  private final Ticker ticker;
  private final Publisher publisher;

  TickWork(JobConfig.Tick task, Supplier<Theatres> theatres, Ticker ticker, Publisher publisher) {
    this.task = task;
    this.theatres = theatres;
    this.ticker = ticker;
    this.publisher = publisher;
  }

  @Override
  public Result run(JobRun run) throws InterruptedException {
    List<Theatre> chosen = Selections.of(theatres.get(), task.theatres());
    List<Assessment> assessments = ended(ticker.assess(chosen, run.slot()));
    Answers.require(assessments);
    List<Publication> publications = publisher.records(assessments);
    return new Result(
        Answers.scored(assessments),
        writing -> {
          writing.publish(publications);
          return publications.size();
        },
        () -> ticker.show(run.slot(), assessments));
  }

  private static List<Assessment> ended(Future<List<Assessment>> tick) throws InterruptedException {
    try {
      return tick.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
    }
  }
}
