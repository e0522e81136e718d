package org.muscat.toolkit.drop;

/** How the files of one ending are read. */
@FunctionalInterface
public interface FileForm {

  /**
   * Reads a file. What cannot be read is a rejection of the result.
   *
   * @param where its name, for messages
   * @param content of at most {@link DroppedFile#LARGEST} bytes
   * @throws InterruptedException if the thread is interrupted
   */
  DroppedFile parse(String where, byte[] content) throws InterruptedException;

  /** CSV of a layout. */
  static FileForm csv(Layout layout) {
    return (where, content) -> DroppedFile.parse(where, content, layout);
  }
}
