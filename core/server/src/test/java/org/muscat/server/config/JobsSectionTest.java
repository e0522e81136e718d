package org.muscat.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.server.schedule.CatchUp;
import org.muscat.server.schedule.CatchUp.Policy;

class JobsSectionTest {

  @TempDir Path folder;

  private final Problems problems = new Problems();

  private List<JobConfig> read(String jobs) throws IOException {
    Path file = Files.writeString(folder.resolve("muscat.yaml"), "models: [a]\njobs:\n" + jobs);
    return ServerConfig.read(file, folder, Map.of(), problems).jobs();
  }

  @Test
  void shouldReadWhenAJobRunsAndWhatItDoes() throws IOException {
    List<JobConfig> jobs =
        read(
            """
              - id: morning
                cron: "0 6 * * MON-FRI"
                zone: Europe/Berlin
                catch-up: all
                catch-up-most: 7
                jitter: PT30S
                timeout: PT2M
                retries: 1
                priority: 10
                score:
                  model: gulf
                  theatres: [hormuz]
                  textfile: /tmp/muscat.prom
                  pushgateway: http://push:9091
                  remote-write: http://prometheus:9090/api/v1/write
                  remote-write-labels: [job=muscat, site=]
              - {id: tidy, every: P1D, prune: {keep: P90D}}
              - id: past
                backfill: {from: 2019-01-01T00:00:00Z, openmetrics: past.om, threads: 4}
            """);

    assertThat(problems.all()).isEmpty();
    JobConfig morning = jobs.get(0);
    assertThat(morning.schedule()).isEqualTo("cron 0 6 * * MON-FRI Europe/Berlin");
    assertThat(morning.slots().after(Instant.parse("2024-06-07T12:00:00Z")))
        .contains(Instant.parse("2024-06-10T04:00:00Z"));
    assertThat(morning.catchUp()).isEqualTo(CatchUp.of(Policy.ALL, 7));
    assertThat(morning.jitter()).isEqualTo(Duration.ofSeconds(30));
    assertThat(morning.timeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(morning.retries()).isEqualTo(1);
    assertThat(morning.priority()).isEqualTo(10);
    JobConfig.Score score = (JobConfig.Score) morning.task();
    assertThat(score.theatres().ids()).containsExactly("hormuz");
    assertThat(score.labels()).isEqualTo(Map.of("job", "muscat", "site", ""));
    assertThat(score.group()).isEqualTo("muscat");
    assertThat(jobs.get(1).task()).isEqualTo(new JobConfig.Prune(Period.ofDays(90)));
    assertThat(jobs.get(1).catchUp().policy()).isEqualTo(Policy.LATEST);
    JobConfig.Backfill past = (JobConfig.Backfill) jobs.get(2).task();
    assertThat(past.threads()).isEqualTo(4);
    assertThat(past.openMetrics()).contains(Path.of("past.om"));
    assertThat(jobs.get(2).schedule()).isEmpty();
    assertThat(jobs.get(2).slots().after(Instant.EPOCH)).isEmpty();
  }

  @Test
  void shouldReadWhatIsFetchedAndTicked() throws IOException {
    List<JobConfig> jobs =
        read(
            """
              - id: noon
                fetch:
                  feeds:
                    - brent
                    - portwatch
                    - brent
              - {id: sharp, cron: "0 * * * *", tick: {}}
              - {id: one, tick: {model: gulf, theatres: [hormuz]}}
            """);

    assertThat(problems.all()).isEmpty();
    JobConfig.Fetch fetch = (JobConfig.Fetch) jobs.get(0).task();
    assertThat(fetch.feeds()).containsExactly("brent", "portwatch");
    assertThat(fetch.places()).extracting(Place::line).containsExactly(6, 7);
    assertThat(fetch.kind()).isEqualTo("fetch");
    assertThat(jobs.get(1).task())
        .isEqualTo(new JobConfig.Tick(new JobConfig.Selection(Optional.empty(), List.of())));
    assertThat(jobs.get(2).task())
        .isEqualTo(
            new JobConfig.Tick(new JobConfig.Selection(Optional.of("gulf"), List.of("hormuz"))));
    assertThat(jobs.get(2).task().kind()).isEqualTo("tick");
  }

  @Test
  void shouldReadWhatAReportIsAbout() throws IOException {
    List<JobConfig> jobs =
        read(
            """
              - {id: weekly, cron: "0 6 * * MON", report: {}}
              - id: monthly
                report: {model: gulf, period: P1M, formats: [csv], folder: /srv/reports, keep: P2Y}
            """);

    assertThat(problems.all()).isEmpty();
    assertThat(jobs.get(0).task())
        .isEqualTo(
            new JobConfig.Report(
                new JobConfig.Selection(Optional.empty(), List.of()),
                Period.ofDays(7),
                List.of(ReportFormat.HTML, ReportFormat.CSV),
                Optional.empty(),
                Optional.empty()));
    assertThat(jobs.get(1).task())
        .isEqualTo(
            new JobConfig.Report(
                new JobConfig.Selection(Optional.of("gulf"), List.of()),
                Period.ofMonths(1),
                List.of(ReportFormat.CSV),
                Optional.of(Path.of("/srv/reports")),
                Optional.of(Period.ofYears(2))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: a, cron: '61 * * * *', prune: {keep: P1D}} | '61 * * * *' is no cron line",
        "{id: a, cron: '0 0 30 2 *', prune: {keep: P1D}} | never comes",
        "{id: a, cron: '0 6 * * *', zone: Europe/Berln, prune: {keep: P1D}}"
            + " | did you mean 'Europe/Berlin'?",
        "{id: a, cron: '0 6 * * *', every: PT1H, prune: {keep: P1D}} | exclude each other",
        "{id: a, every: PT1H, zone: UTC, prune: {keep: P1D}} | counted in UTC",
        "{id: a, every: PT0.0001S, prune: {keep: P1D}} | from a millisecond",
        "{id: a, every: PT1H, catch-up: some, prune: {keep: P1D}} | none, latest, all",
        "{id: a, every: PT1H, prune: {keep: '90'}} | is not a period such as P90D",
        "{id: a, every: PT1H, prune: {keep: P0D}} | is not a period such as P90D",
        "{id: a, every: PT1H} | give it one of: fetch, tick, score, report, prune, backfill",
        "{id: a, every: PT1H, scor: {}} | unknown option 'scor', did you mean 'score'?",
        "{id: a, prune: {keep: P1D}, score: {}} | a job does one thing",
        "{id: A b, prune: {keep: P1D}} | small letters",
        "{prune: {keep: P1D}} | option 'id' is missing",
        "{id: a, prune: {}} | option 'keep' is missing",
        "{id: a, backfill: {}} | option 'from' is missing",
        "{id: a, backfill: {from: 2024-01-02T00:00:00Z, to: 2024-01-01T00:00:00Z}} | lies before",
        "{id: a, priority: 1.5, prune: {keep: P1D}} | whole number from -100 to 100",
        "{id: a, score: {webhook: 'http://a'}} | belong together",
        "{id: a, score: {pushgateway: 'http://a', pushgateway-user: me}} | belong together",
        "{id: a, score: {remote-write-labels: [x]}} | not of the form name=value",
        "{id: a, score: {textfil: a.prom}} | did you mean 'textfile'?",
        "{id: a, fetch: {}} | option 'feeds' is missing",
        "{id: a, fetch: {feeds: []}} | no feed is left; name one",
        "{id: a, fetch: {feeds: brent}} | 'brent' is not a list",
        "{id: a, fetch: {feeds: [[brent]]}} | is not the id of a feed",
        "{id: a, fetch: {feed: brent}} | unknown option 'feed', did you mean 'feeds'?",
        "{id: a, tick: {theatre: hormuz}} | did you mean 'theatres'?",
        "{id: a, tick: hormuz} | 'hormuz' is not a mapping of options",
        "{id: a, report: {period: '7'}} | '7' is not a period such as P90D",
        "{id: a, report: {period: P11Y}} | 'P11Y' is longer than ten years",
        "{id: a, report: {keep: P0D}} | 'P0D' is not a period such as P90D",
        "{id: a, report: {formats: [pdf]}} | html, csv",
        "{id: a, report: {formats: []}} | no format is left; name html, csv or both",
        "{id: a, report: {format: html}} | did you mean 'formats'?",
      })
  void shouldSayWhatIsWrongAndWhere(String job, String message) throws IOException {
    read("  - " + job + "\n");

    assertThat(problems.all())
        .anySatisfy(
            problem -> {
              assertThat(problem.message()).contains(message);
              assertThat(problem.path()).startsWith("jobs[0]");
            });
  }

  @Test
  void shouldRefuseTwoJobsOfOneName() throws IOException {
    read("  - {id: a, prune: {keep: P1D}}\n  - {id: a, prune: {keep: P1D}}\n");

    assertThat(problems.all())
        .singleElement()
        .satisfies(one -> assertThat(one.message()).isEqualTo("two jobs have the id 'a'"));
  }
}
