package org.muscat.server.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A token that whoever may read the data folder can use: made anew at each start, written to a file
 * that only its owner may read, as the header that carries it, and removed at the end. Thread-safe.
 */
public final class LocalToken implements AutoCloseable {

  /** The name of the file in the data folder. */
  public static final String FILE = "local-token";

  private static final Logger LOG = LoggerFactory.getLogger(LocalToken.class);
  private static final String HEADER = "Authorization: Bearer ";
  private static final int BYTES = 32;

  private final Path file;
  private final byte[] token;

  private LocalToken(Path file, byte[] token) {
    this.file = file;
    this.token = token;
  }

  /** Makes one and writes it; where nothing can be written nobody will know it. */
  static LocalToken issue(Path data, SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Path file = data.resolve(FILE);
    try {
      write(file, HEADER + token + "\n");
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("event", "local-token-unwritten")
          .addKeyValue("file", file)
          .addKeyValue("reason", e.toString())
          .log("the local token cannot be written; only users and tokens can change anything");
    }
    return new LocalToken(file, token.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The header {@code Authorization} that a file of a token holds.
   *
   * @throws IOException if there is no such file, or it may not be read
   * @return empty if it holds none
   */
  public static Optional<String> read(Path file) throws IOException {
    return Files.readString(file)
        .lines()
        .filter(line -> line.startsWith(HEADER))
        .map(line -> line.substring(line.indexOf(' ') + 1).strip())
        .findFirst();
  }

  boolean is(String other) {
    return MessageDigest.isEqual(token, other.getBytes(StandardCharsets.UTF_8));
  }

  /** Removes the file, unless a later start has written its own. */
  @Override
  public void close() {
    try {
      Optional<String> written = read(file);
      if (written.filter(header -> is(header.substring(header.indexOf(' ') + 1))).isPresent()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.atDebug()
          .addKeyValue("event", "local-token-left")
          .addKeyValue("reason", e.toString())
          .log("the file of the local token is not removed");
    }
  }

  /** It is never there for others, not even for a moment, and never half of it. */
  private static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path fresh =
        Files.createTempFile(folder == null ? Path.of(".") : folder, FILE, ".tmp", ownersOnly());
    try {
      Files.writeString(fresh, text, StandardCharsets.US_ASCII);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static FileAttribute<?>[] ownersOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
