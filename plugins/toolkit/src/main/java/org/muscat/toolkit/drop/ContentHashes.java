package org.muscat.toolkit.drop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of files, remembered while size, time of change and file key stay the same, so that a
 * folder that is looked at every minute is not read every minute.
 */
final class ContentHashes {

  /** A file changed less than this ago may change again without a new time of change. */
  private static final Duration SETTLED = Duration.ofSeconds(5);

  private record Known(long size, FileTime modified, @Nullable Object fileKey, String hash) {

    boolean fits(BasicFileAttributes now) {
      return size == now.size()
          && modified.equals(now.lastModifiedTime())
          && Objects.equals(fileKey, now.fileKey());
    }
  }

  private final Clock clock;
  private final Map<Path, Known> byPath = new HashMap<>();

  ContentHashes(Clock clock) {
    this.clock = clock;
  }

  String of(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    Known known = byPath.get(file);
    if (known != null && known.fits(now)) {
      return known.hash;
    }
    String hash = read(file);
    if (now.lastModifiedTime().toInstant().isBefore(clock.instant().minus(SETTLED))) {
      byPath.put(file, new Known(now.size(), now.lastModifiedTime(), now.fileKey(), hash));
    } else {
      byPath.remove(file);
    }
    return hash;
  }

  void forgetAllBut(Collection<Path> files) {
    byPath.keySet().retainAll(files);
  }

  static String of(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  /** The hash of a file of any size. */
  static String read(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
