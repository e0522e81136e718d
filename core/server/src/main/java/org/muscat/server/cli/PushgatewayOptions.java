package org.muscat.server.cli;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.server.deliver.Deliveries;
import org.muscat.server.deliver.Delivery;
import org.muscat.server.deliver.Group;
import org.muscat.server.deliver.HttpTarget;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options about a Pushgateway. */
final class PushgatewayOptions {

  private static final String URL = "--pushgateway";
  private static final String JOB = "muscat";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = URL,
      paramLabel = "URL",
      description = "Replace the metrics of a group of this Pushgateway.")
  private @Nullable String url;

  @Option(
      names = "--pushgateway-job",
      paramLabel = "NAME",
      description = "The job of the group (default: " + JOB + ").")
  private @Nullable String job;

  @Option(
      names = "--pushgateway-label",
      paramLabel = "NAME=VALUE",
      description = "A label of the group; may be given several times.")
  private @Nullable Map<String, String> labels;

  @Option(names = "--pushgateway-user", paramLabel = "NAME", description = "Who signs in.")
  private @Nullable String user;

  @Option(
      names = "--pushgateway-password",
      paramLabel = "REFERENCE",
      description = "Where the password is: '$${file:PATH}' or '$${env:NAME}'.")
  private @Nullable String password;

  @Option(
      names = "--pushgateway-delete",
      description = "Remove the group instead, and score nothing.")
  private boolean delete;

  /** Whether the group is to be removed. */
  boolean removes() {
    return delete;
  }

  boolean isGiven() {
    return url != null;
  }

  /**
   * The group, to be replaced; empty if none is named.
   *
   * @throws picocli.CommandLine.ParameterException if something is wrong with an option
   */
  Optional<Delivery> delivery(Deliveries deliveries) {
    Arguments arguments = new Arguments(spec);
    arguments.requireWith(URL, url, "--pushgateway-job", job);
    arguments.requireWith(URL, url, "--pushgateway-label", labels);
    arguments.requireWith(URL, url, "--pushgateway-user", user);
    arguments.requireWith(URL, url, "--pushgateway-password", password);
    arguments.requireWith(URL, url, "--pushgateway-delete", delete ? "" : null);
    return url == null
        ? Optional.empty()
        : Optional.of(deliveries.pushgateway(target(url), group()));
  }

  /** Removes the group. */
  void remove(Deliveries deliveries) {
    if (url == null) {
      throw new Arguments(spec).wrong("--pushgateway-delete is nothing without " + URL);
    }
    deliveries.deleteFromPushgateway(target(url), group());
  }

  private HttpTarget target(String address) {
    HttpTarget target = new Arguments(spec).target(URL, address, user, password);
    if (target.uri().getRawQuery() != null) {
      throw new Arguments(spec).wrong(URL + ": '" + address + "' has a query; leave it out");
    }
    return target;
  }

  private Group group() {
    Arguments arguments = new Arguments(spec);
    Map<String, String> more = arguments.labels("--pushgateway-label", labels, "job");
    try {
      return new Group(job == null ? JOB : job, more);
    } catch (IllegalArgumentException e) {
      throw arguments.wrong("--pushgateway-job: " + e.getMessage());
    }
  }
}
