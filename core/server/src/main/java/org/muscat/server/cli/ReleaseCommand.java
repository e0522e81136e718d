package org.muscat.server.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.muscat.server.quarantine.Quarantine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muscat plugins release}. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description =
        "Lets a plugin be called again, whoever quarantined it; a running Muscat heeds it.")
final class ReleaseCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "ID", description = "The id of the plugin.")
  private String plugin = "";

  @Override
  public Integer call() {
    KnownPlugins.requireId(plugin, spec);
    Quarantine quarantine = new Quarantine(common.data());
    boolean isThere = quarantine.reasons().containsKey(plugin);
    // It may be in quarantine all the same, by its own threads; only the Muscat that runs knows.
    quarantine.requestRelease(plugin, Instant.now());
    spec.commandLine()
        .getOut()
        .printf(
            isThere
                ? "%s is released in %s%n"
                : "no operator quarantined %s in %s; a Muscat that runs there releases it, too%n",
            plugin,
            common.data());
    if (!isThere) {
      KnownPlugins.warnIfUnknown(plugin, "", common, spec);
    }
    return ExitCode.OK;
  }
}
