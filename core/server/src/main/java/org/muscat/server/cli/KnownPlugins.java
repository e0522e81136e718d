package org.muscat.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muscat.host.GuardSettings;
import org.muscat.host.HostSettings;
import org.muscat.host.Isolation;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Verdict;
import org.muscat.host.config.Suggestion;
import org.muscat.server.access.LocalToken;
import org.muscat.server.config.ConfigException;
import org.muscat.server.runtime.Session;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The ids of plugins, for a command that is given one: those of the Muscat that runs on the data
 * folder; if none does, those in the folder of plugins, whose code then runs in processes of its
 * own, since it may be why somebody wants it to be called no more.
 *
 * @param ids of the plugins
 * @param where they are, for people
 */
record KnownPlugins(Set<String> ids, String where) {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;
  private static final HostSettings IN_PROCESS =
      new HostSettings(
          GuardSettings.defaults(), Map.of(), Isolation.process(Isolation.DEFAULT_HEAP_MEGABYTES));

  /**
   * Refuses what cannot be the id of a plugin.
   *
   * @throws ParameterException if it cannot
   */
  static void requireId(String id, CommandSpec spec) {
    if (!ID.matcher(id).matches()) {
      throw new ParameterException(
          spec.commandLine(),
          "'"
              + id
              + "' is no id of a plugin: lower-case words joined by hyphens, such as 'energy'");
    }
  }

  /** Says so if there is no such plugin. It may be one that is to come, so it is no mistake. */
  static void warnIfUnknown(String id, String undo, CommonOptions common, CommandSpec spec) {
    ofRunning(common, spec)
        .or(() -> ofFolder(common))
        .filter(known -> !known.ids().contains(id))
        .ifPresent(
            known ->
                spec.commandLine()
                    .getErr()
                    .printf(
                        "muscat: there is no plugin '%s' in %s%s%n%s",
                        id, known.where(), Suggestion.of(id, known.ids()), undo));
  }

  /** Its token proves that it is the one of the data folder. */
  private static Optional<KnownPlugins> ofRunning(CommonOptions common, CommandSpec spec) {
    try {
      Optional<String> token = LocalToken.read(common.data().resolve(LocalToken.FILE));
      if (token.isEmpty()) {
        return Optional.empty();
      }
      RunningMuscat.Reply reply =
          RunningMuscat.of(common, null, spec).ask("GET", "/api/v1/plugins", token, PATIENCE);
      if (reply.status() != OK) {
        return Optional.empty();
      }
      Set<String> ids = new TreeSet<>();
      for (JsonNode verdict : JsonMapper.builder().build().readTree(reply.body())) {
        ids.add(verdict.path("plugin").asText());
      }
      return Optional.of(new KnownPlugins(ids, "the Muscat that runs, " + reply.uri()));
    } catch (IOException | ConfigException | ParameterException e) {
      // None runs there, or nobody can say where.
      return Optional.empty();
    }
  }

  private static Optional<KnownPlugins> ofFolder(CommonOptions common) {
    Path folder = common.plugins();
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (LoadedPlugins loaded = Session.load(folder, IN_PROCESS)) {
      return Optional.of(
          new KnownPlugins(
              loaded.verdicts().stream().map(Verdict::plugin).collect(Collectors.toSet()),
              folder.toString()));
    }
  }
}
