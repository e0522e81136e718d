package org.muscat.server.deliver;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a message of Protocol Buffers: the three kinds of fields that remote write has. For one
 * thread.
 *
 * <p>It is written here because no maintained artifact has these messages, and the library of the
 * format is two megabytes for four fields, and reaches for memory in a way that newer Java
 * platforms warn of on every run.
 */
final class ProtoWriter {

  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int BYTES = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  byte[] bytes() {
    return out.toByteArray();
  }

  /** How many bytes there are. */
  int size() {
    return out.size();
  }

  /** A field of type string. */
  ProtoWriter text(int field, String value) {
    return message(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** A field that is a message. */
  ProtoWriter message(int field, byte[] value) {
    key(field, BYTES);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  /** A field of type double. */
  ProtoWriter number(int field, double value) {
    key(field, EIGHT_BYTES);
    long bits = Double.doubleToRawLongBits(value);
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      out.write((int) (bits >>> shift));
    }
    return this;
  }

  /** A field of type int64. */
  ProtoWriter whole(int field, long value) {
    key(field, VARINT);
    varint(value);
    return this;
  }

  private void key(int field, int wireType) {
    varint(((long) field << 3) | wireType);
  }

  /** Seven bits in each byte, the lowest first; the eighth says that more follow. */
  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
