package org.muscat.server.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.host.config.Scalars;
import org.muscat.host.config.Suggestion;
import org.muscat.server.schedule.CatchUp;
import org.muscat.server.schedule.Slots;

/** The option {@code jobs}: what is done at times of the clock. */
final class JobsSection {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");
  private static final int MOST_CAUGHT_UP = 100;
  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final int RETRIES = 3;
  private static final int MOST_PRIORITY = 100;
  private static final String ZONE = "zone";
  private static final String CRON = "cron";
  private static final String EVERY = "every";

  private final Problems problems;
  private final Set<String> ids = new HashSet<>();

  private JobsSection(Problems problems) {
    this.problems = problems;
  }

  /** Reads the list; what is wrong goes to the problems. */
  static List<JobConfig> read(List<ConfigNode> nodes, Problems problems) {
    JobsSection section = new JobsSection(problems);
    List<JobConfig> jobs = new ArrayList<>();
    nodes.forEach(node -> section.job(node).ifPresent(jobs::add));
    return jobs;
  }

  private Optional<JobConfig> job(ConfigNode node) {
    Section job = Section.of(node, problems, MuscatYaml.keys(JobYaml.JOBS));
    String id = job.text("id");
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      job.problem("id", "'" + id + "' is not of small letters, digits and hyphens");
    }
    if (!ids.add(id)) {
      job.problem("id", "two jobs have the id '" + id + "'");
    }
    Slots slots = slots(job);
    CatchUp catchUp =
        CatchUp.of(
            job.get("catch-up")
                .flatMap(policy -> Scalars.read(policy, CatchUp.Policy.class, problems))
                .orElse(CatchUp.Policy.LATEST),
            job.whole("catch-up-most", 1, MOST_CAUGHT_UP));
    Duration jitter = job.span("jitter", Duration.ZERO);
    Duration timeout = job.duration("timeout", TIMEOUT);
    int retries = job.whole("retries", 0, RETRIES);
    int priority = priority(job);
    return task(job)
        .map(
            task ->
                new JobConfig(
                    id,
                    schedule(job),
                    slots,
                    catchUp,
                    jitter,
                    timeout,
                    retries,
                    priority,
                    task,
                    node.place()));
  }

  private static int priority(Section job) {
    double priority = job.optionalNumber("priority").orElse(0);
    if (priority != Math.rint(priority) || Math.abs(priority) > MOST_PRIORITY) {
      job.problem("priority", priority + " is not a whole number from -100 to 100");
      return 0;
    }
    return (int) priority;
  }

  private Optional<JobConfig.Task> task(Section job) {
    List<String> given = JobYaml.KINDS.stream().filter(kind -> job.get(kind).isPresent()).toList();
    if (given.size() != 1) {
      job.problem(
          given.isEmpty() ? "id" : given.get(1),
          given.isEmpty()
              ? "the job does nothing; give it one of: " + String.join(", ", JobYaml.KINDS)
              : "a job does one thing, not " + String.join(" and ", given) + "; make it two");
      return Optional.empty();
    }
    String kind = given.get(0);
    Section options =
        Section.of(job.get(kind).orElseThrow(), problems, MuscatYaml.keys("jobs." + kind));
    return new JobTasks(options, problems).read(kind);
  }

  private static Slots slots(Section job) {
    if (job.get(EVERY).isPresent() && job.get(CRON).isPresent()) {
      job.problem(EVERY, "'cron' and 'every' exclude each other; drop one");
      return Slots.NEVER;
    }
    if (job.get(EVERY).isPresent()) {
      if (job.get(ZONE).isPresent()) {
        job.problem(ZONE, "an interval is counted in UTC, whatever the zone; drop it");
      }
      return every(job);
    }
    if (job.get(CRON).isEmpty()) {
      if (job.get(ZONE).isPresent()) {
        job.problem(ZONE, "'zone' is nothing without 'cron'");
      }
      return Slots.NEVER;
    }
    Optional<ZoneId> zone = zone(job);
    String line = job.text(CRON);
    try {
      return zone.isEmpty() || line.isEmpty() ? Slots.NEVER : Slots.cron(line, zone.get());
    } catch (IllegalArgumentException e) {
      job.problem(CRON, "'" + line + "' is no cron line of five fields: " + e.getMessage());
      return Slots.NEVER;
    }
  }

  private static Slots every(Section job) {
    try {
      return Slots.every(job.duration(EVERY, Duration.ofDays(1)));
    } catch (IllegalArgumentException e) {
      job.problem(EVERY, String.valueOf(e.getMessage()));
      return Slots.NEVER;
    }
  }

  private static Optional<ZoneId> zone(Section job) {
    String name = job.text(ZONE, "UTC");
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      job.problem(
          ZONE,
          "'"
              + name
              + "' is no zone such as Europe/Berlin"
              + Suggestion.nearest(name, ZoneId.getAvailableZoneIds())
                  .map(near -> ", did you mean '" + near + "'?")
                  .orElse(""));
      return Optional.empty();
    }
  }

  private static String schedule(Section job) {
    if (job.get(EVERY).isPresent()) {
      return EVERY + " " + job.text(EVERY);
    }
    return job.get(CRON).isPresent()
        ? CRON + " " + job.text(CRON) + " " + job.text(ZONE, "UTC")
        : "";
  }
}
