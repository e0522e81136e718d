package org.muscat.server.deliver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Supplier;
import org.muscat.server.deliver.DeliveryException.Reason;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Restricted;
import org.muscat.server.metrics.ExpositionFormat;
import org.muscat.server.metrics.IndexFamilies;

/**
 * A file that the textfile collector of node_exporter reads. Whoever reads it finds what was there
 * before or all that is new, and never a part.
 */
final class Textfile implements Delivery {

  /** node_exporter is another user, whatever the mask of this one. */
  private static final String MODE = "rw-r--r--";

  private final Path file;
  private final Supplier<Restricted> withheld;

  /**
   * A file that may be there already.
   *
   * @param file in a folder that is there
   */
  Textfile(Path file, Supplier<Restricted> withheld) {
    this.withheld = withheld;
    this.file = file.toAbsolutePath();
  }

  @Override
  public String target() {
    return "text file " + file;
  }

  @Override
  public void deliver(List<Assessment> assessments) {
    byte[] text = ExpositionFormat.TEXT.page(IndexFamilies.of(assessments, withheld.get()));
    try {
      // The collector reads *.prom only, so it leaves a file that is not whole alone.
      Path whole = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part");
      try {
        write(whole, text);
        Files.move(
            whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      throw new DeliveryException(Reason.UNREACHABLE, "it cannot be written: " + e, e);
    }
  }

  private static void write(Path whole, byte[] text) throws IOException {
    try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(text);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      // Else a machine that loses its power may keep the new name and not what is in it.
      channel.force(true);
    }
    if (Files.getFileAttributeView(whole, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString(MODE));
    }
  }
}
