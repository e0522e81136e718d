package org.muscat.server.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.server.config.MuscatYaml.Group;
import org.muscat.server.config.MuscatYaml.Shape;
import org.muscat.server.schedule.CatchUp;
import org.muscat.spi.Option;
import org.muscat.spi.config.Secret;

/** What can stand in muscat.yaml about jobs. */
final class JobYaml {

  static final String JOBS = "jobs";
  static final String FETCH = "fetch";
  static final String TICK = "tick";
  static final String SCORE = "score";
  static final String PRUNE = "prune";
  static final String BACKFILL = "backfill";
  static final String REPORT = "report";

  /** The kinds of jobs, each a mapping of its own options. */
  static final List<String> KINDS = List.of(FETCH, TICK, SCORE, REPORT, PRUNE, BACKFILL);

  private record Job(
      @Option(
              doc = "its name, unique, of small letters, digits and hyphens",
              example = "morning",
              pattern = "[a-z][a-z0-9-]*")
          String id,
      @Option(
              doc = "when it runs: minute, hour, day of month, month, day of week",
              example = "\"0 6 * * MON-FRI\"")
          Optional<String> cron,
      @Option(
              doc = "whose clocks the cron line is about",
              defaultValue = "UTC",
              example = "Europe/Berlin")
          String zone,
      @Option(
              doc =
                  "instead of cron: the length of time between two runs, counted from 1970-01-01 UTC;"
                      + " with neither it runs only when told",
              example = "PT15M")
          Optional<Duration> every,
      @Option(
              doc =
                  "which missed moments are made up for: none, the latest alone, or all, each with"
                      + " what was known then",
              defaultValue = "latest",
              example = "all")
          CatchUp.Policy catchUp,
      @Option(
              doc = "with catch-up all: how many at most, the newest",
              defaultValue = "100",
              example = "24",
              min = 1)
          int catchUpMost,
      @Option(
              doc = "begins later than its moment by up to this, always by the same",
              defaultValue = "PT0S",
              example = "PT30S")
          Duration jitter,
      @Option(
              doc = "time for one try; then it is interrupted and has failed",
              defaultValue = "PT10M",
              example = "PT2M")
          Duration timeout,
      @Option(
              doc = "tries after one that failed: after 10 s, 20 s and so on, at most an hour",
              defaultValue = "3",
              example = "0",
              min = 0)
          int retries,
      @Option(
              doc = "of several that are due, more begins first",
              defaultValue = "0",
              example = "10",
              min = -100,
              max = 100)
          int priority) {}

  private record Fetch(
      @Option(doc = "the ids of feeds; at least one", example = "[portwatch]")
          List<String> feeds) {}

  private record Tick(
      @Option(doc = "the model whose theatres are assessed; else all models", example = "gulf")
          Optional<String> model,
      @Option(doc = "these theatres alone", defaultValue = "[]", example = "[hormuz]")
          List<String> theatres) {}

  private record Score(
      @Option(doc = "the model whose theatres are scored; else all models", example = "gulf")
          Optional<String> model,
      @Option(doc = "these theatres alone", defaultValue = "[]", example = "[hormuz]")
          List<String> theatres,
      @Option(
              doc = "a file for the textfile collector of node_exporter, replaced as a whole",
              example = "/var/lib/prometheus/node-exporter/muscat.prom")
          Optional<Path> textfile,
      @Option(doc = "a Pushgateway, a group of which is replaced", example = "http://push:9091")
          Optional<URI> pushgateway,
      @Option(doc = "the job of that group", defaultValue = "muscat", example = "muscat-gulf")
          String pushgatewayJob,
      @Option(doc = "who signs in there; goes with the password", example = "muscat")
          Optional<String> pushgatewayUser,
      @Option(doc = "the password", example = "${file:push-password}")
          Optional<Secret> pushgatewayPassword,
      @Option(
              doc = "a receiver of remote write 1.0",
              example = "http://prometheus:9090/api/v1/write")
          Optional<URI> remoteWrite,
      @Option(
              doc = "labels of every series that is written there",
              defaultValue = "[]",
              example = "[job=muscat]",
              pattern = "[a-zA-Z_][a-zA-Z0-9_]*=.*")
          List<String> remoteWriteLabels,
      @Option(doc = "who signs in there; goes with the password", example = "muscat")
          Optional<String> remoteWriteUser,
      @Option(doc = "the password", example = "${file:write-password}")
          Optional<Secret> remoteWritePassword,
      @Option(
              doc = "where signed JSON is posted, at or below an address of webhooks.allow",
              example = "https://hooks.example/muscat/gulf")
          Optional<URI> webhook,
      @Option(doc = "the key of the signature", example = "${file:hook-key}")
          Optional<Secret> webhookSecret) {}

  private record Prune(
      @Option(doc = "what is younger stays, such as P90D or P2Y", example = "P90D") String keep) {}

  private record Backfill(
      @Option(doc = "the model whose theatres are filled; else all models", example = "gulf")
          Optional<String> model,
      @Option(doc = "these theatres alone", defaultValue = "[]", example = "[hormuz]")
          List<String> theatres,
      @Option(doc = "the first moment", example = "2019-01-01T00:00:00Z") Instant from,
      @Option(doc = "the last moment; else that of the run", example = "2025-06-30T00:00:00Z")
          Optional<Instant> to,
      @Option(
              doc = "how many theatres at a time; the result does not depend on it",
              defaultValue = "2",
              example = "4",
              min = 1,
              max = 64)
          int threads,
      @Option(
              doc =
                  "a file of the stored index as OpenMetrics with timestamps, replaced at the end",
              example = "/var/lib/muscat/gulf.om")
          Optional<Path> openmetrics) {}

  private record Report(
      @Option(doc = "the model whose theatres are told of; else all models", example = "gulf")
          Optional<String> model,
      @Option(doc = "these theatres alone", defaultValue = "[]", example = "[hormuz]")
          List<String> theatres,
      @Option(
              doc =
                  "how far before the moment of the run a report begins, by the calendar of UTC, at"
                      + " most P10Y; it begins with a day (00:00 UTC)",
              defaultValue = "P7D",
              example = "P1M")
          String period,
      @Option(doc = "what is written", defaultValue = "[html, csv]", example = "[html]")
          List<ReportFormat> formats,
      @Option(
              doc = "where the files go; else `reports` in the data folder",
              example = "/srv/reports")
          Optional<Path> folder,
      @Option(
              doc =
                  "reports of the same theatres, period and folder whose moment is older are removed;"
                      + " without it all are kept",
              example = "P1Y")
          Optional<String> keep) {}

  /** Every group. */
  static final List<Group> GROUPS =
      List.of(
          group(
              JOBS,
              Shape.LIST,
              "What Muscat does at times of the clock ([jobs](../jobs.md#on-the-server)). Each has"
                  + " `fetch`, `tick`, `score`, `report`, `prune` or `backfill`, which says what it"
                  + " does.",
              Job.class),
          group(
              "jobs.fetch",
              Shape.IN_EACH,
              "Fetches feeds once, now, whenever they are due by themselves.",
              Fetch.class),
          group(
              "jobs.tick",
              Shape.IN_EACH,
              "Assesses theatres as of the moment of the run, records that they were published, and"
                  + " shows them on the page, the metrics and the stream of the server that runs it.",
              Tick.class),
          group(
              "jobs.score",
              Shape.IN_EACH,
              "Scores theatres as of the moment of the run, records that they were published, and"
                  + " sends them.",
              Score.class),
          group(
              "jobs.prune",
              Shape.IN_EACH,
              "Removes what [`muscat store prune`](../store.md) removes, and old runs of jobs.",
              Prune.class),
          group(
              "jobs.backfill",
              Shape.IN_EACH,
              "Stores the index of every day (00:00 UTC), as it would have been known then. What was"
                  + " interrupted goes on where it was.",
              Backfill.class),
          group(
              "jobs.report",
              Shape.IN_EACH,
              "Writes a [report](../jobs.md#reports) of each theatre, as of the moment of the run.",
              Report.class));

  private JobYaml() {}

  private static Group group(
      String path, Shape shape, String doc, Class<? extends Record> options) {
    return new Group(path, shape, doc, OptionDescriptor.of(options));
  }
}
