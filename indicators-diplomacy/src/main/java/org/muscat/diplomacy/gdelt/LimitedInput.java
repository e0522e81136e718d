package org.muscat.diplomacy.gdelt;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends with an error behind a number of bytes, whatever was said of its size. */
final class LimitedInput extends FilterInputStream {

  /** The stream has more bytes. */
  static final class TooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLongException(String message) {
      super(message);
    }
  }

  private final long most;
  private long read;

  LimitedInput(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    if (octet >= 0) {
      count(1);
    }
    return octet;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count > 0) {
      count(count);
    }
    return count;
  }

  private void count(int more) throws TooLongException {
    read += more;
    if (read > most) {
      throw new TooLongException("has more than " + most + " bytes");
    }
  }
}
