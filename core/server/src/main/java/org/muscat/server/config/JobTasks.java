package org.muscat.server.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.host.config.Scalars;
import org.muscat.server.config.JobConfig.Selection;
import org.muscat.server.config.JobConfig.Target;
import org.muscat.spi.config.Secret;

/** What single jobs do: the options of one kind. */
final class JobTasks {

  private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=(.*)");
  private static final int MOST_THREADS = 64;
  private static final int THREADS = 2;
  private static final String FEEDS = "feeds";
  private static final String KEEP = "keep";
  private static final String FORMATS = "formats";
  private static final Period WEEK = Period.ofDays(7);

  /** Ten years before the epoch, by which periods are measured. */
  private static final Instant LONGEST = Periods.before(Instant.EPOCH, Period.ofYears(10));

  private final Section section;
  private final Problems problems;

  JobTasks(Section section, Problems problems) {
    this.section = section;
    this.problems = problems;
  }

  /** Empty if it cannot be used, which is then among the problems. */
  Optional<JobConfig.Task> read(String kind) {
    return switch (kind) {
      case JobYaml.FETCH -> fetch();
      case JobYaml.TICK -> Optional.of(new JobConfig.Tick(selection()));
      case JobYaml.SCORE -> Optional.of(score());
      case JobYaml.PRUNE -> prune();
      case JobYaml.BACKFILL -> backfill();
      case JobYaml.REPORT -> Optional.of(report());
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private Optional<JobConfig.Task> fetch() {
    if (section.isEmptyList(FEEDS)) {
      section.problem(
          FEEDS,
          section.get(FEEDS).isEmpty() ? "option 'feeds' is missing" : "no feed is left; name one");
      return Optional.empty();
    }
    Map<String, Place> places = new LinkedHashMap<>();
    for (ConfigNode feed : section.list(FEEDS)) {
      if (feed instanceof ConfigNode.Scalar scalar && !scalar.absent()) {
        places.putIfAbsent(scalar.text(), scalar.place());
      } else {
        problems.add(feed.place(), feed.describe() + " is not the id of a feed");
      }
    }
    return Optional.of(
        new JobConfig.Fetch(List.copyOf(places.keySet()), List.copyOf(places.values())));
  }

  private JobConfig.Score score() {
    Optional<Target> webhook = target("webhook");
    Optional<Secret> key = value("webhook-secret", Secret.class);
    if (webhook.isPresent() != section.get("webhook-secret").isPresent()) {
      section.problem(
          "webhook", "'webhook' and 'webhook-secret' belong together; give both or none");
    }
    return new JobConfig.Score(
        selection(),
        value("textfile", Path.class),
        target("pushgateway"),
        section.text("pushgateway-job", "muscat"),
        target("remote-write"),
        labels(),
        webhook,
        key,
        section.entries().stream()
            .collect(
                Collectors.toMap(
                    ConfigNode.Entry::key, ConfigNode.Entry::place, (first, again) -> first)));
  }

  private Optional<Target> target(String key) {
    Optional<String> user = section.get(key + "-user").map(given -> section.text(key + "-user"));
    Optional<Secret> password = value(key + "-password", Secret.class);
    if (user.isPresent() != section.get(key + "-password").isPresent()) {
      section.problem(
          key + "-user",
          "'" + key + "-user' and '" + key + "-password' belong together; give both or none");
    }
    if (section.get(key).isEmpty() && user.isPresent()) {
      section.problem(key + "-user", "'" + key + "-user' is nothing without '" + key + "'");
    }
    return value(key, URI.class).map(address -> new Target(address, user, password));
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String text : section.texts("remote-write-labels")) {
      var label = LABEL.matcher(text);
      if (label.matches()) {
        labels.put(label.group(1), label.group(2));
      } else {
        section.problem("remote-write-labels", "'" + text + "' is not of the form name=value");
      }
    }
    return labels;
  }

  private Optional<JobConfig.Task> prune() {
    if (section.get(KEEP).isEmpty()) {
      section.problem(KEEP, "option 'keep' is missing");
    }
    return period(KEEP).map(JobConfig.Prune::new);
  }

  /** Empty if it is not there or none, which is then among the problems. */
  private Optional<TemporalAmount> period(String key) {
    if (section.get(key).isEmpty()) {
      return Optional.empty();
    }
    String text = section.text(key);
    Optional<TemporalAmount> period = Periods.read(text);
    if (period.isEmpty() && !text.isBlank()) {
      section.problem(key, "'" + text + "' is not a period such as P90D or P2Y");
    }
    return period;
  }

  private JobConfig.Report report() {
    TemporalAmount period = period("period").orElse(WEEK);
    if (Periods.before(Instant.EPOCH, period).isBefore(LONGEST)) {
      section.problem("period", "'" + section.text("period") + "' is longer than ten years");
    }
    return new JobConfig.Report(
        selection(), period, formats(), value("folder", Path.class), period(KEEP));
  }

  private List<ReportFormat> formats() {
    if (section.get(FORMATS).isEmpty()) {
      return List.of(ReportFormat.values());
    }
    List<ReportFormat> formats =
        section.list(FORMATS).stream()
            .flatMap(one -> Scalars.read(one, ReportFormat.class, problems).stream())
            .distinct()
            .toList();
    if (section.isEmptyList(FORMATS)) {
      section.problem(FORMATS, "no format is left; name html, csv or both");
    }
    return formats;
  }

  private Optional<JobConfig.Task> backfill() {
    if (section.get("from").isEmpty()) {
      section.problem("from", "option 'from' is missing");
    }
    Optional<Instant> from = value("from", Instant.class);
    Optional<Instant> to = value("to", Instant.class);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      section.problem("to", to.get() + " lies before " + from.get());
    }
    int threads = section.whole("threads", 1, THREADS);
    if (threads > MOST_THREADS) {
      section.problem("threads", threads + " is not a number from 1 to 64");
    }
    return from.map(
        begin ->
            new JobConfig.Backfill(
                selection(), begin, to, threads, value("openmetrics", Path.class)));
  }

  private Selection selection() {
    return new Selection(
        section.get("model").map(given -> section.text("model")), section.texts("theatres"));
  }

  private <T> Optional<T> value(String key, Class<T> type) {
    return section.get(key).flatMap(node -> Scalars.read(node, type, problems));
  }
}
