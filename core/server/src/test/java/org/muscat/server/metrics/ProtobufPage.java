package org.muscat.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The names of the families of a page in length-delimited protocol buffers. */
public final class ProtobufPage {

  /** Field 1, a text: the name of the family. */
  private static final int NAME = 1 << 3 | 2;

  private ProtobufPage() {}

  /** In the order of the page, which must be whole. */
  public static List<String> families(byte[] page) {
    List<String> names = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(page);
    while (rest.hasRemaining()) {
      byte[] family = bytes(rest);
      ByteBuffer fields = ByteBuffer.wrap(family);
      assertThat(number(fields)).isEqualTo(NAME);
      names.add(new String(bytes(fields), StandardCharsets.UTF_8));
    }
    return names;
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[number(in)];
    in.get(bytes);
    return bytes;
  }

  /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
  private static int number(ByteBuffer in) {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      number |= (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }
}
