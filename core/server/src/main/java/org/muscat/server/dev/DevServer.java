package org.muscat.server.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muscat.host.HostSettings;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.PluginLoader;
import org.muscat.host.config.Problems;
import org.muscat.host.http.HttpAccess;
import org.muscat.host.load.Candidate;
import org.muscat.server.config.ConfigException;
import org.muscat.server.config.ServerConfig;
import org.muscat.server.document.DevDocument.Problem;
import org.muscat.server.http.ListenAddress;
import org.muscat.server.runtime.Installation;
import org.muscat.server.runtime.Server;
import org.muscat.server.runtime.Session;

/**
 * The server of {@code muscat dev}: one after the other on the same port, one for each state of the
 * plugin. For one thread; {@link #url} for any.
 */
final class DevServer implements AutoCloseable {

  private static final String STORE = "dev.db";
  private static final String FIX = "Repair it; it is read again when it changes.";

  private final DevSettings settings;
  private final DevReport report;
  private Optional<Clock> clock = Optional.empty();
  private @Nullable Server running;
  private volatile String url = "";
  private int port;

  DevServer(DevSettings settings, DevReport report) {
    this.settings = settings;
    this.report = report;
    this.port = settings.port();
  }

  String url() {
    return url;
  }

  /**
   * Loads the plugin and serves it instead of the one before.
   *
   * @param classes the folders of its classes, if it is a project
   * @throws IOException if the data folder cannot be used
   * @throws IllegalStateException if it cannot listen on the port
   */
  void load(List<Path> classes) throws IOException {
    List<Problem> problems = new ArrayList<>();
    List<Candidate> candidates = candidates(classes, problems);
    LoadedPlugins plugins = PluginLoader.load(candidates, HostSettings.defaults());
    close();
    try {
      serve(configured(plugins), problems);
    } catch (ConfigException e) {
      e.problems().stream().map(DevServer::problem).forEach(problems::add);
      serve(bare(PluginLoader.load(candidates, HostSettings.defaults())), problems);
    }
  }

  private List<Candidate> candidates(List<Path> classes, List<Problem> problems) {
    try {
      return List.of(settings.workplace().candidate(classes));
    } catch (IOException e) {
      problems.add(new Problem("PLUGIN", String.valueOf(e.getMessage()), FIX));
      return List.of();
    }
  }

  private void serve(Session session, List<Problem> problems) {
    ListenAddress address = new ListenAddress(session.config().host(), port);
    report.loaded(Optional.of(session), problems);
    Server started = Server.startDev(session, address, report);
    started.listen(report::published);
    running = started;
    port = address.actualPort().orElse(port);
    url = started.url();
  }

  private Session configured(LoadedPlugins plugins) throws IOException {
    if (plugins.feedIds().isEmpty() && plugins.indicatorIds().isEmpty()) {
      return bare(plugins);
    }
    try {
      GeneratedConfig written = new GeneratedConfig(settings.workplace(), plugins);
      Problems problems = new Problems();
      Path file = written.write(settings.data());
      ServerConfig read = ServerConfig.read(file, Installation.running().home(), problems);
      Clock now = clock(read);
      return Session.open(
          written.hasModel() ? read : read.withoutModels(),
          plugins,
          settings.data(),
          STORE,
          now,
          problems);
    } catch (IOException e) {
      plugins.close();
      throw e;
    }
  }

  /** With nothing to score and nothing to fetch: it says what is wrong. */
  private Session bare(LoadedPlugins plugins) {
    return Session.open(
        ServerConfig.empty(), plugins, settings.data(), STORE, Clock.systemUTC(), new Problems());
  }

  /**
   * The time, the same clock for all servers. What was recorded is played as of the moment when it
   * was received, into an empty store: this program has been there before.
   */
  private Clock clock(ServerConfig config) throws IOException {
    if (clock.isEmpty()) {
      Optional<Path> recording = config.http().inFolder(settings.data()).replay();
      Optional<Instant> then =
          recording.isPresent() ? HttpAccess.newestAnswer(recording.get()) : Optional.empty();
      if (then.isPresent()) {
        removeStore();
      }
      Clock system = Clock.systemUTC();
      clock =
          Optional.of(
              then.map(moment -> Clock.offset(system, Duration.between(system.instant(), moment)))
                  .orElse(system));
    }
    return clock.get();
  }

  private void removeStore() throws IOException {
    if (Files.isDirectory(settings.data())) {
      try (Stream<Path> files = Files.list(settings.data())) {
        for (Path file : files.filter(DevServer::isOfStore).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static boolean isOfStore(Path file) {
    return file.getFileName().toString().startsWith(STORE);
  }

  private static Problem problem(org.muscat.host.config.Problem problem) {
    return new Problem(
        problem.code().isEmpty() ? "CONFIG" : problem.code(), problem.toString(), FIX);
  }

  @Override
  public void close() {
    if (running != null) {
      running.close();
      running = null;
    }
  }
}
