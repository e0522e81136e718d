package org.muscat.host.child.wire;

import java.util.Arrays;
import java.util.Optional;

/**
 * One thing said.
 *
 * @param kind what it is
 * @param id of the call or the question that it belongs to; 0 if to none
 * @param body a record as {@link Codec} writes it; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Frame(Kind kind, int id, byte[] body) {

  /** The most bytes of a body: an answer of the web with 64 MiB fits. */
  public static final int MOST_BYTES = 80 << 20;

  /** The kinds. */
  public enum Kind {
    /** Host to child: do something, a {@link Request}. */
    CALL(1),
    /** Host to child: interrupt the call with this id. */
    CANCEL(2),
    /** Child to host: what became of a call, an {@link Answer}. */
    ANSWER(3),
    /** Child to host: a {@link Question} of a feed, while it is called. */
    QUESTION(4),
    /** Host to child: the {@link Reply} to a question. */
    REPLY(5),
    /** Child to host: a {@link Note}, which gets no answer. */
    NOTE(6);

    private final int octet;

    Kind(int octet) {
      this.octet = octet;
    }

    /** The byte that stands for it. */
    int octet() {
      return octet;
    }

    /** The kind that a byte stands for, if it does for any. */
    static Optional<Kind> of(int octet) {
      return Arrays.stream(values()).filter(kind -> kind.octet == octet).findFirst();
    }
  }

  /** A frame without a body. */
  public static Frame empty(Kind kind, int id) {
    return new Frame(kind, id, new byte[0]);
  }
}
