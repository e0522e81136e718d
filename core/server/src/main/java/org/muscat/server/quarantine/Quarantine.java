package org.muscat.server.quarantine;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The file {@code quarantine.properties} in the data folder: the ids of plugins that are not to be
 * called, each with the reason. A running Muscat heeds it, and so does every later one. Safe for
 * several threads and processes.
 */
public final class Quarantine {

  private static final Object IN_THIS_PROCESS = new Object();

  private final Path file;

  /** The quarantine of a data folder, which need not exist yet. */
  public Quarantine(Path data) {
    this.file = data.resolve("quarantine.properties");
  }

  /**
   * The reasons, by plugin.
   *
   * @throws UncheckedIOException if the file cannot be read
   */
  public Map<String, String> reasons() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      return Map.of();
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(e);
    }
    Map<String, String> reasons = new TreeMap<>();
    properties.stringPropertyNames().forEach(id -> reasons.put(id, properties.getProperty(id)));
    return reasons;
  }

  /**
   * Adds a plugin, or gives another reason.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void add(String plugin, String reason) {
    change(reasons -> reasons.put(plugin, reason));
  }

  /**
   * Removes a plugin; nothing happens if it is not there.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void remove(String plugin) {
    change(reasons -> reasons.remove(plugin));
  }

  private void change(Consumer<Map<String, String>> change) {
    Path lock = file.resolveSibling("quarantine.lock");
    synchronized (IN_THIS_PROCESS) {
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
          // Held until the channel closes.
          channel.lock();
          Map<String, String> reasons = new TreeMap<>(reasons());
          change.accept(reasons);
          write(reasons);
        }
      } catch (IOException e) {
        throw unusable(e);
      }
    }
  }

  private void write(Map<String, String> reasons) throws IOException {
    Properties properties = new Properties();
    properties.putAll(reasons);
    Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
    try (Writer writer = Files.newBufferedWriter(fresh)) {
      properties.store(writer, "plugins that are not to be called, and why");
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private UncheckedIOException unusable(Exception e) {
    IOException cause = e instanceof IOException io ? io : new IOException(e);
    return new UncheckedIOException(
        file + " cannot be used, so nobody knows what is in quarantine: " + e, cause);
  }
}
