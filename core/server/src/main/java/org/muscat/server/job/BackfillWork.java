package org.muscat.server.job;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.muscat.engine.theatre.Grid;
import org.muscat.server.archive.OpenMetricsArchive;
import org.muscat.server.backfill.Backfill;
import org.muscat.server.backfill.TakenOverException;
import org.muscat.server.config.JobConfig;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.Theatres;
import org.muscat.store.JobEffects;
import org.muscat.store.JobRun;
import org.muscat.store.Store;

/**
 * Stores the index of every day of some theatres, several at a time. How far each theatre is, is
 * stored with its states, so that another try goes on from there and ends with the same bytes.
 */
final class BackfillWork implements JobWork {

  private static final Duration DAY = Duration.ofDays(1);

  private final JobConfig.Backfill task;
  private final Supplier<Theatres> theatres;
  private final Backfill backfill;
  private final Store store;
  private final Clock clock;

  BackfillWork(
      JobConfig.Backfill task,
      Supplier<Theatres> theatres,
      Backfill backfill,
      Store store,
      Clock clock) {
    this.task = task;
    this.theatres = theatres;
    this.backfill = backfill;
    this.store = store;
    this.clock = clock;
  }

  /** The days of one theatre that are left. */
  private record Part(Theatre theatre, Instant from, Instant to) {

    boolean isDone() {
      return from.isAfter(to);
    }

    long days() {
      return isDone() ? 0 : Duration.between(from, to).toDays() + 1;
    }
  }

  @Override
  public Result run(JobRun run) throws InterruptedException {
    Instant first = Grid.atOrAfter(task.from());
    Instant last = Grid.atOrBefore(task.to().orElse(run.slot()));
    if (first.isAfter(last)) {
      throw new IllegalStateException("there is no 00:00 UTC from " + task.from() + " to " + last);
    }
    List<Theatre> chosen = Selections.of(theatres.get(), task.theatres());
    Map<String, Instant> reached = store.jobRuns().parts(run);
    List<Part> parts =
        chosen.stream().map(one -> new Part(one, from(reached, one, first), last)).toList();
    long total = chosen.size() * (Duration.between(first, last).toDays() + 1);
    long left = parts.stream().mapToLong(Part::days).sum();
    if (!store.jobClaims().measure(run, total - left, total)) {
      throw new TakenOverException(run);
    }
    fill(run, parts.stream().filter(part -> !part.isDone()).toList());
    String samples = task.openMetrics().map(file -> write(file, chosen, first, last)).orElse("");
    return new Result(total + " days of " + chosen.size() + " theatres" + samples, JobEffects.NONE);
  }

  private static Instant from(Map<String, Instant> reached, Theatre theatre, Instant first) {
    Instant there = reached.get(theatre.id());
    return there == null ? first : there.plus(DAY);
  }

  private void fill(JobRun run, List<Part> parts) throws InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            task.threads(), body -> new Thread(body, "backfill-" + run.job()));
    try {
      Assessor reader = backfill.reader();
      List<Future<?>> futures = new ArrayList<>();
      for (Part part : parts) {
        futures.add(
            threads.submit(
                () -> backfill.run(run, reader, part.theatre(), part.from(), part.to(), clock)));
      }
      for (Future<?> future : futures) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** Replaces the file as a whole. */
  private String write(Path file, List<Theatre> chosen, Instant first, Instant last) {
    Path whole = file.toAbsolutePath();
    Path part = whole.resolveSibling("." + whole.getFileName() + ".part");
    try {
      long samples;
      try (BufferedWriter out = Files.newBufferedWriter(part)) {
        samples =
            new OpenMetricsArchive(out)
                .states(
                    store.indexStates(), chosen.stream().map(Theatre::id).toList(), first, last);
      }
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return ", " + samples + " samples in " + file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e, e);
    }
  }
}
