package org.muscat.server.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Texts that grow side by side, together more than memory holds. What does not fit waits in a file
 * that goes with the process, however that ends. For one thread.
 */
final class GrowingTexts implements AutoCloseable {

  private final FileChannel file;
  private final int room;
  private final List<Text> inMemory = new ArrayList<>();
  private int characters;

  /** Where a piece of a text waits. */
  private record Piece(long from, int bytes) {}

  /** One of them. */
  final class Text {

    private final List<Piece> pieces = new ArrayList<>();
    private StringBuilder newest = new StringBuilder();

    private Text() {}

    /** Adds to its end. */
    void append(String more) throws IOException {
      if (newest.isEmpty()) {
        inMemory.add(this);
      }
      newest.append(more);
      characters += more.length();
      if (characters > room) {
        store();
      }
    }

    /** Writes all of it, in UTF-8. */
    void writeTo(FileChannel out) throws IOException {
      for (Piece piece : pieces) {
        long to = piece.from() + piece.bytes();
        for (long from = piece.from(); from < to; ) {
          from += file.transferTo(from, to - from, out);
        }
      }
      write(out, newest);
    }
  }

  /**
   * No texts yet.
   *
   * @param folder where the file is
   * @param room how many characters memory holds
   */
  GrowingTexts(Path folder, int room) throws IOException {
    this.room = room;
    this.file =
        FileChannel.open(
            folder.resolve(".muscat-texts-" + UUID.randomUUID()),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** Another text, empty. */
  Text begin() {
    return new Text();
  }

  private void store() throws IOException {
    for (Text text : inMemory) {
      long from = file.position();
      text.pieces.add(new Piece(from, write(file, text.newest)));
      // Not emptied: an empty one would keep its room.
      text.newest = new StringBuilder();
    }
    inMemory.clear();
    characters = 0;
  }

  /** Gives the number of bytes. */
  static int write(FileChannel out, CharSequence text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
    return bytes.limit();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
