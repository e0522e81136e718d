package org.muscat.server.job;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.muscat.server.config.JobConfig;
import org.muscat.server.config.JobConfig.Target;
import org.muscat.server.deliver.AllowedTargets;
import org.muscat.server.deliver.Credentials;
import org.muscat.server.deliver.Deliveries;
import org.muscat.server.deliver.Delivery;
import org.muscat.server.deliver.Group;
import org.muscat.server.deliver.HttpTarget;
import org.muscat.server.document.Documents;
import org.muscat.store.JobRun;

/** Where the scores of a job go. */
final class ScoreTargets {

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
   * What is wrong with the targets of a job, without a secret. Whether a folder is there is not
   * looked at: other commands and other machines read this configuration, too.
   */
  static List<String> mistakes(JobConfig.Score task, List<URI> allowedWebhooks) {
    List<String> mistakes = new ArrayList<>();
    for (Optional<Target> target :
        List.of(task.pushgateway(), task.remoteWrite(), task.webhook())) {
      target.flatMap(ScoreTargets::mistake).ifPresent(mistakes::add);
    }
    if (task.group().isEmpty()) {
      mistakes.add("pushgateway-job is empty");
    }
    AllowedTargets allowed = new AllowedTargets(allowedWebhooks);
    task.webhook()
        .filter(webhook -> mistake(webhook).isEmpty() && !allowed.allow(target(webhook)))
        .ifPresent(
            webhook ->
                mistakes.add(
                    "webhook "
                        + webhook.address()
                        + " is at or below no address of webhooks.allow"));
    return mistakes;
  }

  private static Optional<String> mistake(Target target) {
    try {
      HttpTarget unused = target(target);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
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
