package org.muscat.server.metrics;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A piece of one stream of gzip (RFC 1952) that was compressed by itself: pieces follow one another
 * between the header and the trailer of the stream. Members that follow one another would be
 * simpler, and are as good by the RFC, but curl gives up at the second one.
 *
 * @param deflated ends at a byte, without the mark of the last block; not to be changed
 * @param crc of what it was before
 * @param length of what it was before
 */
@SuppressWarnings("ArrayRecordComponent") // pieces are compared by nobody and copied to nobody
record GzipPiece(byte[] deflated, int crc, long length) {

  /** A stream begins with it: deflate, no name, no time, fastest, unknown system. */
  static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};

  static final GzipPiece NONE = new GzipPiece(new byte[0], 0, 0);

  private static final int TRAILER = 8;
  private static final int BUFFER = 64 * 1024;

  /** A piece that others may follow. */
  static GzipPiece of(byte[] bytes) {
    return new GzipPiece(deflated(bytes, Deflater.SYNC_FLUSH), crcOf(bytes), bytes.length);
  }

  /** What comes after this piece up to the end of the stream, trailer included. */
  byte[] end(byte[] bytes) {
    byte[] rest = deflated(bytes, Deflater.NO_FLUSH);
    return ByteBuffer.allocate(rest.length + TRAILER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(rest)
        .putInt(Crc32Join.join(crc, crcOf(bytes), bytes.length))
        .putInt((int) (length + bytes.length))
        .array();
  }

  /** At the lowest level: names repeat so much that higher ones cost more than they save. */
  private static byte[] deflated(byte[] bytes, int flush) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(bytes);
      if (flush == Deflater.NO_FLUSH) {
        deflater.finish();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 8 + 64);
      byte[] buffer = new byte[BUFFER];
      int written;
      do {
        written = deflater.deflate(buffer, 0, buffer.length, flush);
        out.write(buffer, 0, written);
      } while (written == buffer.length);
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static int crcOf(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
