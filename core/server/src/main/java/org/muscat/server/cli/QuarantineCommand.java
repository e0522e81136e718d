package org.muscat.server.cli;

import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Verdict;
import org.muscat.host.config.Suggestion;
import org.muscat.server.quarantine.Quarantine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muscat plugins quarantine}. */
@Command(
    name = "quarantine",
    mixinStandardHelpOptions = true,
    description =
        "Lets nothing of a plugin be called, by a Muscat that runs on the data folder within a"
            + " second and by every later one.")
final class QuarantineCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "ID", description = "The id of the plugin.")
  private String plugin = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, one line.")
  private String reason = "";

  @Override
  public Integer call() {
    String text = reason.strip();
    if (!Quarantine.isReason(text)) {
      throw new ParameterException(
          spec.commandLine(),
          "--reason: say why, in one line of at most "
              + Quarantine.LONGEST_REASON
              + " characters, such as \"wrong figures since Monday\"");
    }
    new Quarantine(common.data()).add(plugin, text);
    spec.commandLine()
        .getOut()
        .printf("%s is in quarantine in %s: %s%n", plugin, common.data(), text);
    if (Files.isDirectory(common.plugins())) {
      warnIfUnknown();
    }
    return ExitCode.OK;
  }

  /** It may be meant for a plugin that is to come, so it is no mistake for sure. */
  private void warnIfUnknown() {
    try (LoadedPlugins loaded = common.loadAllowed()) {
      Set<String> known =
          loaded.verdicts().stream().map(Verdict::plugin).collect(Collectors.toUnmodifiableSet());
      if (!known.contains(plugin)) {
        spec.commandLine()
            .getErr()
            .printf(
                "muscat: there is no plugin '%s' in %s%s%n"
                    + "muscat: if it is a mistake, undo it: muscat plugins release %s%n",
                plugin, common.plugins(), Suggestion.of(plugin, known), plugin);
      }
    }
  }
}
