package org.muscat.toolkit.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;

/**
 * The folder of an option into which people or scripts put files; it may name one file, too.
 *
 * <p>A folder that is absent is made when it lies inside the base folder of the host: so the feed
 * of a fresh installation waits for its first file. Elsewhere it is not, because a path that leads
 * out of there and to nothing is rather misspelt. Nor is one whose last name has a dot: that is a
 * file.
 *
 * <p>Immutable; any thread.
 */
public final class DropFolder {

  private final Path path;
  private final boolean isOurs;

  private DropFolder(Path path, boolean isOurs) {
    this.path = path;
    this.isOurs = isOurs;
  }

  /**
   * The folder that an option names.
   *
   * @param context whose base folder relative paths are resolved against
   * @param option a folder, or one file
   */
  public static DropFolder of(FeedContext context, Path option) {
    Path base = context.baseFolder().toAbsolutePath().normalize();
    Path path = base.resolve(option).normalize();
    boolean isFile = path.getFileName() != null && path.getFileName().toString().contains(".");
    return new DropFolder(context.baseFolder().resolve(option), path.startsWith(base) && !isFile);
  }

  /** A folder that is never made, wherever it lies. */
  public static DropFolder given(Path path) {
    return new DropFolder(path, false);
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /**
   * Makes it, if it is absent and may be made.
   *
   * @throws FeedException {@code UNREACHABLE} if the disk refuses
   */
  public void makeIfAbsent() throws FeedException {
    if (!isOurs || Files.exists(path)) {
      return;
    }
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new FeedException(
          Reason.UNREACHABLE,
          "cannot make the folder " + path + " (" + e + "); create it or correct 'path'",
          e);
    }
  }
}
