package org.muscat.server.job;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.muscat.host.config.Problems;
import org.muscat.server.config.JobConfig;
import org.muscat.server.config.JobConfig.Target;
import org.muscat.server.deliver.AllowedTargets;
import org.muscat.server.deliver.Credentials;
import org.muscat.server.deliver.Deliveries;
import org.muscat.server.deliver.Delivery;
import org.muscat.server.deliver.Group;
import org.muscat.server.deliver.HttpTarget;
import org.muscat.server.deliver.MoreLabels;
import org.muscat.server.document.Documents;
import org.muscat.store.JobRun;

/** Where the scores of a job go. */
final class ScoreTargets {

  private static final String PUSHGATEWAY = "pushgateway";
  private static final String REMOTE_WRITE = "remote-write";
  private static final String WEBHOOK = "webhook";

  private final Deliveries deliveries;
  private final Documents documents;

  ScoreTargets(Deliveries deliveries, Documents documents) {
    this.deliveries = deliveries;
    this.documents = documents;
  }

  /** Deliveries of one try; a receiver of webhooks knows by their id that a run comes again. */
  List<Delivery> of(JobConfig.Score task, JobRun run) {
    List<Delivery> all = new ArrayList<>();
    task.textfile().ifPresent(file -> all.add(deliveries.textfile(file)));
    task.pushgateway()
        .ifPresent(
            gateway ->
                all.add(
                    deliveries.pushgateway(target(gateway), new Group(task.group(), Map.of()))));
    task.remoteWrite()
        .ifPresent(receiver -> all.add(deliveries.remoteWrite(target(receiver), task.labels())));
    task.webhook()
        .ifPresent(
            receiver ->
                all.add(
                    deliveries.webhook(
                        target(receiver),
                        task.webhookSecret().orElseThrow(),
                        () -> documents,
                        () -> id(run))));
    return all;
  }

  /**
   * Adds a problem for each target that nothing can be sent to, without a secret. Whether a folder
   * is there is not looked at: other commands and other machines read this configuration, too.
   */
  static void refuse(JobConfig.Score task, List<URI> allowedWebhooks, Problems problems) {
    AllowedTargets allowed = new AllowedTargets(allowedWebhooks);
    address(task, PUSHGATEWAY, task.pushgateway(), problems)
        .filter(target -> target.uri().getRawQuery() != null)
        .ifPresent(
            target ->
                problems.add(
                    task.place(PUSHGATEWAY), target.shown() + " has a query; leave it out"));
    var unused = address(task, REMOTE_WRITE, task.remoteWrite(), problems);
    address(task, WEBHOOK, task.webhook(), problems)
        .filter(target -> !allowed.allow(target))
        .ifPresent(
            target ->
                problems.add(
                    task.place(WEBHOOK),
                    target.shown() + " is at or below no address of webhooks.allow"));
    MoreLabels.mistake(task.labels().keySet())
        .ifPresent(mistake -> problems.add(task.place(REMOTE_WRITE + "-labels"), mistake));
  }

  private static Optional<HttpTarget> address(
      JobConfig.Score task, String key, Optional<Target> target, Problems problems) {
    try {
      return target.map(ScoreTargets::target);
    } catch (IllegalArgumentException e) {
      problems.add(task.place(key), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static HttpTarget target(Target target) {
    Optional<Credentials> credentials =
        target
            .user()
            .flatMap(user -> target.password().map(password -> new Credentials(user, password)));
    return HttpTarget.of(target.address().toString(), credentials);
  }

  private static UUID id(JobRun run) {
    String name = run.job() + " " + run.slot();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
