package org.muscat.server.job;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.muscat.server.config.JobConfig;
import org.muscat.server.config.Periods;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.Theatres;
import org.muscat.server.report.ReportFiles;
import org.muscat.server.report.ReportPeriod;
import org.muscat.server.report.Reports;
import org.muscat.store.JobEffects;
import org.muscat.store.JobRun;

/**
 * Writes a report of each theatre as of a slot, and removes old ones. A run that is done again
 * writes the same files.
 */
final class ReportWork implements JobWork {

  private final JobConfig.Report task;
  private final Supplier<Theatres> theatres;
  private final Reports reports;
  private final Path usualFolder;

  ReportWork(
      JobConfig.Report task, Supplier<Theatres> theatres, Reports reports, Path usualFolder) {
    this.task = task;
    this.theatres = theatres;
    this.reports = reports;
    this.usualFolder = usualFolder;
  }

  @Override
  public Result run(JobRun run) throws InterruptedException {
    List<Theatre> chosen = Selections.of(theatres.get(), task.theatres());
    ReportFiles files = new ReportFiles(task.folder().orElse(usualFolder));
    List<Path> written = new ArrayList<>();
    reports.of(
        chosen,
        ReportPeriod.before(run.slot(), task.period()),
        report -> task.formats().forEach(format -> written.add(files.write(report, format))));
    int removed = task.keep().map(keep -> remove(files, chosen, before(run, keep))).orElse(0);
    return new Result(
        written.size()
            + " files of "
            + chosen.size()
            + " theatres in "
            + files.folder()
            + (removed > 0 ? ", " + removed + " old ones removed" : ""),
        JobEffects.NONE);
  }

  private static Instant before(JobRun run, TemporalAmount keep) {
    return Periods.before(run.slot(), keep);
  }

  private int remove(ReportFiles files, List<Theatre> chosen, Instant before) {
    return files.remove(chosen, end -> ReportPeriod.before(end, task.period()), before);
  }
}
