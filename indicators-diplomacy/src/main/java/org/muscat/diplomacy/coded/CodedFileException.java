package org.muscat.diplomacy.coded;

import org.muscat.spi.Batch.Rejection;

/** Something in a coded file that its format does not allow. */
public final class CodedFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final long line;

  /**
   * A problem.
   *
   * @param line from 1; 0 if it is the whole file
   * @param reason which value, and what was expected
   */
  public CodedFileException(long line, String reason) {
    super(reason, null, false, false);
    this.line = line;
  }

  /** The problem as a rejection of a file. */
  public Rejection in(String file) {
    return new Rejection(file, line, String.valueOf(getMessage()));
  }
}
