package org.muscat.server.job;

import java.net.URI;
import java.util.List;
import org.muscat.host.config.Problems;
import org.muscat.host.config.Suggestion;
import org.muscat.server.config.JobConfig;
import org.muscat.server.config.JobConfig.Selection;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.Theatres;

/** Holds jobs against the rest of the configuration. */
public final class JobCheck {

  private final Theatres theatres;
  private final Problems problems;

  private JobCheck(Theatres theatres, Problems problems) {
    this.theatres = theatres;
    this.problems = problems;
  }

  /**
   * Adds a problem for each model and theatre that there is not, and each target that cannot be
   * sent to.
   */
  public static void refuse(
      List<JobConfig> jobs, List<URI> allowedWebhooks, Theatres theatres, Problems problems) {
    JobCheck check = new JobCheck(theatres, problems);
    for (JobConfig job : jobs) {
      if (job.task() instanceof JobConfig.Score score) {
        check.selection(job, score.theatres());
        ScoreTargets.mistakes(score, allowedWebhooks)
            .forEach(mistake -> problems.add(job.place(), mistake));
      } else if (job.task() instanceof JobConfig.Backfill backfill) {
        check.selection(job, backfill.theatres());
      } else if (job.task() instanceof JobConfig.Report report) {
        check.selection(job, report.theatres());
      }
    }
  }

  private void selection(JobConfig job, Selection selection) {
    List<String> models = theatres.all().stream().map(one -> one.model().id()).distinct().toList();
    List<String> ids = theatres.all().stream().map(Theatre::id).toList();
    selection.model().ifPresent(model -> known(job, "model", model, models));
    selection.ids().forEach(theatre -> known(job, "theatre", theatre, ids));
    if (Selections.of(theatres, selection).isEmpty()
        && selection.model().map(models::contains).orElse(true)
        && ids.containsAll(selection.ids())) {
      problems.add(job.place(), "no theatre is left for this job");
    }
  }

  private void known(JobConfig job, String what, String id, List<String> known) {
    if (!known.contains(id)) {
      problems.add(job.place(), "there is no " + what + " '" + id + "'" + Suggestion.of(id, known));
    }
  }
}
