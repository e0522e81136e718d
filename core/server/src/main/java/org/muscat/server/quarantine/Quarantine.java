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
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The file {@code quarantine.properties} in the data folder: the ids of plugins that are not to be
 * called, each with the reason. A running Muscat heeds it, and so does every later one. Beside them
 * stand requests to release what a running Muscat quarantined by itself: {@code release.ID}, with
 * the instant of the request. Safe for several threads and processes.
 */
public final class Quarantine {

  /** The most characters of a reason. */
  public static final int LONGEST_REASON = 200;

  /** No id of a plugin has a dot. */
  private static final String RELEASE = "release.";

  private static final Object IN_THIS_PROCESS = new Object();

  private final Path file;

  /** The quarantine of a data folder, which need not exist yet. */
  public Quarantine(Path data) {
    this.file = data.resolve("quarantine.properties");
  }

  /** Whether a text can be a reason: one line that says something, and is not too long. */
  public static boolean isReason(String text) {
    return !text.isBlank() && text.length() <= LONGEST_REASON && text.lines().count() == 1;
  }

  /**
   * The reasons, by plugin.
   *
   * @throws UncheckedIOException if the file cannot be read
   */
  public Map<String, String> reasons() {
    Map<String, String> reasons = entries();
    reasons.keySet().removeIf(key -> key.startsWith(RELEASE));
    return reasons;
  }

  private Map<String, String> entries() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      return new TreeMap<>();
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(e);
    }
    Map<String, String> entries = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> entries.put(key, properties.getProperty(key)));
    return entries;
  }

  /**
   * Adds a plugin, or gives another reason.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void add(String plugin, String reason) {
    change(
        entries -> {
          entries.remove(RELEASE + plugin);
          entries.put(plugin, reason);
        });
  }

  /**
   * Removes a plugin; nothing happens if it is not there.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void remove(String plugin) {
    change(entries -> entries.remove(plugin));
  }

  /**
   * Removes a plugin if it is there, and asks the Muscat that runs to release it, too.
   *
   * @param at when that was asked
   * @throws UncheckedIOException if the file cannot be written
   */
  public void requestRelease(String plugin, Instant at) {
    change(
        entries -> {
          entries.remove(plugin);
          entries.put(RELEASE + plugin, at.toString());
        });
  }

  /**
   * Takes the requests out of the file: the caller is to heed them.
   *
   * @return the plugins to release
   * @throws UncheckedIOException if the file cannot be read or written; no request is gone then
   */
  Set<String> takeReleases() {
    Set<String> plugins = new TreeSet<>();
    if (entries().keySet().stream().anyMatch(key -> key.startsWith(RELEASE))) {
      change(
          entries -> {
            entries.keySet().stream()
                .filter(key -> key.startsWith(RELEASE))
                .forEach(key -> plugins.add(key.substring(RELEASE.length())));
            entries.keySet().removeIf(key -> key.startsWith(RELEASE));
          });
    }
    return plugins;
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
          Map<String, String> entries = entries();
          change.accept(entries);
          write(entries);
        }
      } catch (IOException e) {
        throw unusable(e);
      }
    }
  }

  private void write(Map<String, String> entries) throws IOException {
    Properties properties = new Properties();
    properties.putAll(entries);
    Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
    try (Writer writer = Files.newBufferedWriter(fresh)) {
      properties.store(writer, "plugins that are not to be called, and why");
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private UncheckedIOException unusable(Exception e) {
    IOException cause = e instanceof IOException io ? io : new IOException(e);
    return new UncheckedIOException(
        file
            + " cannot be used, so nobody knows what is in quarantine: "
            + e
            + "; correct it (one line ID=REASON for each plugin), or delete it and quarantine again"
            + " what is to stay there",
        cause);
  }
}
