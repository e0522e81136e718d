package org.muscat.server.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muscat.server.deliver.AllowedTargets;
import org.muscat.server.deliver.Deliveries;
import org.muscat.server.deliver.Delivery;
import org.muscat.server.deliver.HttpTarget;
import org.muscat.server.document.Documents;
import org.muscat.spi.config.Secret;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options about a webhook. */
final class WebhookOptions {

  private static final String URL = "--webhook";
  private static final String SECRET = "--webhook-secret";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = URL,
      paramLabel = "URL",
      description =
          "Post the scores as signed JSON to an address that webhooks.allow of the configuration"
              + " names.")
  private @Nullable String url;

  @Option(
      names = SECRET,
      paramLabel = "REFERENCE",
      description = "Where the key of the signature is: '$${file:PATH}' or '$${env:NAME}'.")
  private @Nullable String secret;

  boolean isGiven() {
    return url != null;
  }

  /**
   * The receiver; empty if none is named.
   *
   * @param allowed addresses that it may go to
   * @param configFile says so
   * @param documents what is sent, when it is sent
   * @throws picocli.CommandLine.ParameterException if something is wrong with an option
   */
  Optional<Delivery> delivery(
      Deliveries deliveries,
      AllowedTargets allowed,
      Path configFile,
      Supplier<Documents> documents) {
    Arguments arguments = new Arguments(spec);
    arguments.requireWith(URL, url, SECRET, secret);
    if (url == null) {
      return Optional.empty();
    }
    if (secret == null) {
      throw arguments.wrong(URL + " needs " + SECRET + ": what is not signed may be anybody's");
    }
    Secret key = arguments.secret(SECRET, secret);
    HttpTarget target = arguments.target(URL, url, null, null);
    if (!allowed.allow(target)) {
      throw arguments.wrong(
          URL
              + ": '"
              + target.shown()
              + "' is at or below no address of webhooks.allow in "
              + configFile
              + "; whoever keeps that file may add it");
    }
    return Optional.of(deliveries.webhook(target, key, documents));
  }
}
