package org.muscat.server.runtime;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.config.Problems;
import org.muscat.server.config.ServerConfig;

/**
 * Reads a configuration and then loads plugins as it says, on a thread of its own, while other
 * things are done. Plugins that nobody {@linkplain #takePlugins takes} are closed with it. For one
 * thread.
 */
public final class SessionAhead implements AutoCloseable {

  private final Path configFile;
  private final Path pluginsFolder;
  private final Problems problems = new Problems();
  private final CompletableFuture<ServerConfig> config = new CompletableFuture<>();
  private final CompletableFuture<LoadedPlugins> plugins = new CompletableFuture<>();
  private boolean isTaken;

  private SessionAhead(Path configFile, Path pluginsFolder) {
    this.configFile = configFile;
    this.pluginsFolder = pluginsFolder;
  }

  /**
   * Begins.
   *
   * @param configFile muscat.yaml
   * @param pluginsFolder one sub-folder or jar for each plugin
   */
  public static SessionAhead start(Path configFile, Path pluginsFolder) {
    SessionAhead ahead = new SessionAhead(configFile, pluginsFolder);
    Thread thread = new Thread(ahead::run, "session");
    thread.setDaemon(true);
    thread.start();
    return ahead;
  }

  private void run() {
    try {
      ServerConfig read = ServerConfig.read(configFile, Installation.running().home(), problems);
      config.complete(read);
      plugins.complete(Session.load(pluginsFolder, read.plugins().host()));
    } catch (RuntimeException | Error e) {
      // Thrown again where it is asked for.
      config.completeExceptionally(e);
      plugins.completeExceptionally(e);
    }
  }

  /** Whether this is what it reads. */
  public boolean isOf(Path otherConfigFile, Path otherPluginsFolder) {
    return configFile.equals(otherConfigFile) && pluginsFolder.equals(otherPluginsFolder);
  }

  Path configFile() {
    return configFile;
  }

  /** What the configuration says, as far as it can be read. Waits for it. */
  ServerConfig config() {
    return joined(config);
  }

  /** The plugins, which are the caller's to close. Waits for them. */
  LoadedPlugins takePlugins() {
    isTaken = true;
    return joined(plugins);
  }

  /** What is wrong with the configuration; to be asked for once the plugins were taken. */
  Problems problems() {
    return problems;
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }

  /** Does not wait: a plugin may take as long as it is allowed to, and nobody needs it any more. */
  @Override
  public void close() {
    if (!isTaken) {
      // Whether they could be loaded does not matter any more.
      CompletableFuture<Void> unused = plugins.thenAccept(LoadedPlugins::close);
    }
  }
}
