package org.muscat.server.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that one process at a time holds, so that runs of a job do not overlap. The operating
 * system lets go of it when the process ends, however it ends: the file stays, and means nothing by
 * itself.
 */
final class JobLock implements AutoCloseable {

  private static final int MOST = 1_000;

  private final FileChannel channel;

  /** Somebody else holds it. The message says who. */
  static final class HeldException extends Exception {

    private static final long serialVersionUID = 1L;

    HeldException(String message) {
      super(message);
    }
  }

  private JobLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, at once or not at all.
   *
   * @param holder who takes it, for others to read
   * @throws HeldException if it is held
   * @throws IOException if the file cannot be written
   */
  static JobLock take(Path file, String holder) throws HeldException, IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (lock(channel) == null) {
        String other = read(channel);
        throw new HeldException(
            file + " is held by " + (other.isEmpty() ? "another process" : other));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
      return new JobLock(channel);
    } catch (HeldException | IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Null if it is held. */
  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(MOST);
    channel.read(text, 0);
    return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
  }

  /** Does something while it is held. */
  int run(IntSupplier job) {
    return job.getAsInt();
  }

  /** Lets go of it; who takes it next finds no name of another. */
  @Override
  public void close() throws IOException {
    try (channel) {
      channel.truncate(0);
    }
  }
}
