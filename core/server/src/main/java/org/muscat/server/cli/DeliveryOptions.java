package org.muscat.server.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muscat.server.deliver.AllowedTargets;
import org.muscat.server.deliver.Deliveries;
import org.muscat.server.deliver.Delivery;
import org.muscat.server.document.Documents;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say where scores go besides the standard output. */
final class DeliveryOptions {

  private static final String TEXTFILE = "--textfile";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = TEXTFILE,
      paramLabel = "FILE",
      description =
          "Replace this file, such as /var/lib/prometheus/node-exporter/muscat.prom, for the"
              + " textfile collector of node_exporter.")
  private @Nullable Path textfile;

  @Mixin private PushgatewayOptions pushgateway = new PushgatewayOptions();

  @Mixin private RemoteWriteOptions remoteWrite = new RemoteWriteOptions();

  @Mixin private WebhookOptions webhook = new WebhookOptions();

  /** Whether a group of a Pushgateway is to be removed, and nothing else to be done. */
  boolean removes() {
    return pushgateway.removes();
  }

  /** Removes it. */
  void remove(Deliveries deliveries) {
    pushgateway.remove(deliveries);
  }

  /** Whether anything is sent. */
  boolean asksNetwork() {
    return pushgateway.isGiven() || remoteWrite.isGiven() || webhook.isGiven();
  }

  /**
   * Where scores go.
   *
   * @param allowed addresses that webhooks may go to, as the configuration file says
   * @param isRange whether they are of several moments, which most places cannot keep apart
   * @throws picocli.CommandLine.ParameterException if something is wrong with an option
   */
  List<Delivery> deliveries(
      Deliveries deliveries,
      List<URI> allowed,
      Path configFile,
      Supplier<Documents> documents,
      boolean isRange) {
    List<Delivery> all = new ArrayList<>();
    textfile(deliveries).ifPresent(all::add);
    pushgateway.delivery(deliveries).ifPresent(all::add);
    webhook
        .delivery(deliveries, new AllowedTargets(allowed), configFile, documents)
        .ifPresent(all::add);
    if (isRange && !all.isEmpty()) {
      throw new Arguments(spec)
          .wrong(
              all.get(0).target()
                  + " holds one moment; send several by --remote-write or --format openmetrics");
    }
    remoteWrite.delivery(deliveries).ifPresent(all::add);
    return all;
  }

  private Optional<Delivery> textfile(Deliveries deliveries) {
    if (textfile == null) {
      return Optional.empty();
    }
    Path folder = textfile.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(textfile)) {
      throw new Arguments(spec)
          .wrong(TEXTFILE + " " + textfile + " is no file in a folder that is there");
    }
    return Optional.of(deliveries.textfile(textfile));
  }
}
