package org.muscat.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GzipPieceTest {

  /** The second is where a buffer is full, the third more than a window of deflate. */
  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "1, 0", "5, 7", "65536, 65535", "300000, 1000", "1000, 300000"})
  void shouldBeOneMemberWithWhatFollows(int first, int second)
      throws IOException, DataFormatException {
    byte[] one = bytes(first, 1);
    byte[] two = bytes(second, 2);
    GzipPiece piece = GzipPiece.of(one);

    byte[] stream = joined(GzipPiece.HEADER, piece.deflated(), piece.end(two));

    // It compares the CRC and the length in the trailer.
    byte[] read = new GZIPInputStream(new ByteArrayInputStream(stream)).readAllBytes();
    assertThat(read).isEqualTo(joined(one, two));
    assertThat(bytesAfterTheFirstMember(stream)).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 9", "9, 0", "1, 1", "1000, 12345678"})
  void shouldJoinChecksums(int first, int second) {
    byte[] one = bytes(first, 3);
    byte[] two = bytes(second, 4);

    assertThat(Crc32Join.join(crc(one), crc(two), two.length)).isEqualTo(crc(joined(one, two)));
  }

  private static int bytesAfterTheFirstMember(byte[] stream) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    inflater.setInput(stream, GzipPiece.HEADER.length, stream.length - GzipPiece.HEADER.length);
    byte[] buffer = new byte[8_192];
    while (!inflater.finished()) {
      assertThat(inflater.inflate(buffer) > 0 || inflater.finished()).isTrue();
    }
    int left = inflater.getRemaining();
    inflater.end();
    return left;
  }

  /** Half of it repeats itself. */
  private static byte[] bytes(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    for (int i = 1; i < length; i += 2) {
      bytes[i] = 7;
    }
    return bytes;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
