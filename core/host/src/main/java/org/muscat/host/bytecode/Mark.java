package org.muscat.host.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * What tells a file from others by its bytes: its length, CRC-32 and CRC-32C, with blanks between
 * them. Against accidents, not against somebody who wants two files to have one.
 */
final class Mark {

  private static final int BUFFER_BYTES = 1 << 16;

  private Mark() {}

  /** The mark of a file. */
  static String of(Path file) throws IOException {
    CRC32 one = new CRC32();
    CRC32C other = new CRC32C();
    long length = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        one.update(buffer, 0, read);
        other.update(buffer, 0, read);
        length += read;
      }
    }
    return length
        + " "
        + Long.toHexString(one.getValue())
        + " "
        + Long.toHexString(other.getValue());
  }
}
