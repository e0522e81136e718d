package org.muscat.server.job;

import java.util.List;
import java.util.stream.Collectors;
import org.muscat.server.config.JobConfig;
import org.muscat.server.feed.FetchOnDemand;
import org.muscat.server.feed.FetchOnDemand.Answer;
import org.muscat.store.JobRun;

/**
 * Lets feeds be fetched. What a fetch brings is stored by the fetch itself, and each observation
 * once, however often it is brought; a run that is done again does not ask feeds again that were
 * fetched well since its slot.
 */
final class FetchWork implements JobWork {

  private final JobConfig.Fetch task;
  private final FetchOnDemand fetches;

  FetchWork(JobConfig.Fetch task, FetchOnDemand fetches) {
    this.task = task;
    this.fetches = fetches;
  }

  @Override
  public Result run(JobRun run) throws InterruptedException {
    List<Answer> answers = fetches.fetch(task.feeds(), run.slot(), run.failures() > 0);
    String told = answers.stream().map(FetchWork::told).collect(Collectors.joining("; "));
    if (answers.stream().anyMatch(answer -> answer.failure().isPresent())) {
      throw new IllegalStateException(told);
    }
    long stored = answers.stream().mapToLong(Answer::stored).sum();
    return new Result(told, writing -> stored);
  }

  private static String told(Answer answer) {
    return "feed '" + answer.feed() + "': " + answer.failure().orElse(answer.stored() + " stored");
  }
}
