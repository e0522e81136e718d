package org.muscat.server.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;

/** Files that were read together, and whether they are as they were then. Thread-safe. */
final class FilesRead {

  private static final long LARGEST = 1 << 20;
  private static final String ABSENT = "absent";

  private final Map<Path, String> asRead = new ConcurrentHashMap<>();

  /**
   * Reads a file.
   *
   * @param named where it is named, for the problem that it cannot be read
   */
  Optional<byte[]> bytes(Path file, Place named, Problems problems) {
    asRead.put(file, ABSENT);
    try {
      if (Files.size(file) > LARGEST) {
        problems.add(named, file + " is larger than 1 MiB");
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      asRead.put(file, digest(bytes));
      return Optional.of(bytes);
    } catch (NoSuchFileException e) {
      problems.add(named, "there is no file " + file);
    } catch (IOException e) {
      problems.add(named, file + " cannot be read: " + e);
    }
    return Optional.empty();
  }

  /** What each file has now, for {@link #were}. */
  Map<Path, String> now() {
    return asRead.keySet().stream()
        .collect(Collectors.toUnmodifiableMap(Function.identity(), FilesRead::now));
  }

  /** Whether this is what was read. */
  boolean were(Map<Path, String> now) {
    return asRead.equals(now);
  }

  private static String now(Path file) {
    try {
      return Files.size(file) > LARGEST ? ABSENT : digest(Files.readAllBytes(file));
    } catch (IOException e) {
      return ABSENT;
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
