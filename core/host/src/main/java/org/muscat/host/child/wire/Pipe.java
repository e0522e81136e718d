package org.muscat.host.child.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Frames over a pair of streams. One thread reads; any thread writes, a whole frame at a time.
 *
 * <p>A child greets with eight bytes, so that the first noise on its pipe is told from a frame.
 */
public final class Pipe {

  /** "MUSCAT" and the version of the protocol. Host and child come from the same jar. */
  private static final byte[] GREETING = {'M', 'U', 'S', 'C', 'A', 'T', 0, 1};

  private static final int HEAD_BYTES = 9;

  private final DataInputStream in;
  private final DataOutputStream out;

  public Pipe(InputStream in, OutputStream out) {
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.out = new DataOutputStream(new BufferedOutputStream(out));
  }

  /** Says that this side speaks the protocol. */
  public synchronized void greet() throws IOException {
    out.write(GREETING);
    out.flush();
  }

  /**
   * Waits until the other side has greeted.
   *
   * @throws GarbledException if it says something else
   */
  public void awaitGreeting() throws IOException {
    byte[] said = in.readNBytes(GREETING.length);
    if (said.length < GREETING.length) {
      throw new EOFException("ended before it greeted");
    }
    if (!Arrays.equals(said, GREETING)) {
      throw garbled("where the greeting should be", said);
    }
  }

  /**
   * Reads the next frame.
   *
   * @throws EOFException if the other side ended
   * @throws GarbledException if it says what is no frame
   */
  public Frame read() throws IOException {
    byte[] head = in.readNBytes(HEAD_BYTES);
    if (head.length < HEAD_BYTES) {
      throw new EOFException(head.length == 0 ? "ended" : "ended inside a frame");
    }
    int length = number(head, 0);
    Optional<Frame.Kind> kind = Frame.Kind.of(head[4]);
    if (length < 0 || length > Frame.MOST_BYTES || kind.isEmpty()) {
      throw garbled("where a frame should be", head);
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("ended inside a frame");
    }
    return new Frame(kind.get(), number(head, 5), body);
  }

  /** Writes a frame. Blocks while the pipe is full. */
  public synchronized void write(Frame frame) throws IOException {
    out.writeInt(frame.body().length);
    out.writeByte(frame.kind().octet());
    out.writeInt(frame.id());
    out.write(frame.body());
    out.flush();
  }

  private static int number(byte[] head, int at) {
    return (head[at] & 0xff) << 24
        | (head[at + 1] & 0xff) << 16
        | (head[at + 2] & 0xff) << 8
        | (head[at + 3] & 0xff);
  }

  private static GarbledException garbled(String where, byte[] said) {
    StringBuilder text = new StringBuilder();
    for (byte one : said) {
      text.append(one >= ' ' && one < 0x7f ? (char) one : '.');
    }
    return new GarbledException(
        "the bytes " + HexFormat.of().formatHex(said) + " (\"" + text + "\") " + where);
  }
}
