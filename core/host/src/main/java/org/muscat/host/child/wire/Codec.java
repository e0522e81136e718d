package org.muscat.host.child.wire;

import java.io.IOException;

/**
 * Writes values as bytes and reads them again, bit for bit the same: records, sealed interfaces of
 * records, and the values of the contract that have a {@link Form}. Both sides know the type that
 * is due, so no name of a class is ever sent, and none is looked up.
 */
public final class Codec {

  private Codec() {}

  /**
   * Writes a value.
   *
   * @param type that the reader will expect
   * @throws IllegalArgumentException if the value, or a part of it, is null or of a type that
   *     cannot be sent
   */
  public static byte[] encode(Class<?> type, Object value) {
    Encoder encoder = new Encoder();
    encoder.put(type, value);
    return encoder.bytes();
  }

  /**
   * Reads a value.
   *
   * @throws GarbledException if the bytes are not just one value of this type
   */
  public static <T> T decode(Class<T> type, byte[] bytes) throws IOException {
    Decoder decoder = new Decoder(bytes);
    Object value = decoder.take(type);
    if (decoder.left() > 0) {
      throw new GarbledException(decoder.left() + " bytes too many behind a " + type.getName());
    }
    return type.cast(value);
  }
}
