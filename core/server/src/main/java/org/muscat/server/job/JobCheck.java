package org.muscat.server.job;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Adds a problem for each feed that there is not. */
  public static void refuseFeeds(List<JobConfig> jobs, List<String> feeds, Problems problems) {
    for (JobConfig job : jobs) {
      if (job.task() instanceof JobConfig.Fetch fetch) {
        for (int i = 0; i < fetch.feeds().size(); i++) {
          String id = fetch.feeds().get(i);
          if (!feeds.contains(id)) {
            problems.add(
                fetch.places().get(i), "there is no feed '" + id + "'" + Suggestion.of(id, feeds));
          }
        }
      }
    }
  }

  /** Adds a problem for each target that nothing can be sent to. */
  public static void refuseTargets(
      List<JobConfig> jobs, List<URI> allowedWebhooks, Problems problems) {
    for (JobConfig job : jobs) {
      if (job.task() instanceof JobConfig.Score score) {
        ScoreTargets.refuse(score, allowedWebhooks, problems);
      }
    }
  }

  /** Adds a warning for each file that cannot be written on this machine. */
  public static void warnOfFiles(List<JobConfig> jobs, Problems problems) {
    for (JobConfig job : jobs) {
      if (job.task() instanceof JobConfig.Score score && score.textfile().isPresent()) {
        Path folder = score.textfile().get().toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder)) {
          problems.warn(
              score.place("textfile"),
              "the folder " + folder + " is not there, or this user may not write to it");
        }
      }
    }
  }

  /** Adds a problem for each model and theatre that there is not. */
  public static void refuse(List<JobConfig> jobs, Theatres theatres, Problems problems) {
    JobCheck check = new JobCheck(theatres, problems);
    for (JobConfig job : jobs) {
      if (job.task() instanceof JobConfig.Score score) {
        check.selection(job, score.theatres());
      } else if (job.task() instanceof JobConfig.Tick tick) {
        check.selection(job, tick.theatres());
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
