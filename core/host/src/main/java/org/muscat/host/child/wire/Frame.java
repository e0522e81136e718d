package org.muscat.host.child.wire;

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

  /** The kinds; the order is part of the protocol. */
  public enum Kind {
    /** Host to child: do something, a {@link Request}. */
    CALL,
    /** Host to child: interrupt the call with this id. */
    CANCEL,
    /** Child to host: what became of a call, an {@link Answer}. */
    ANSWER,
    /** Child to host: a {@link Question} of a feed, while it is called. */
    QUESTION,
    /** Host to child: the {@link Reply} to a question. */
    REPLY,
    /** Child to host: a {@link Note}, which gets no answer. */
    NOTE
  }

  /** A frame without a body. */
  public static Frame empty(Kind kind, int id) {
    return new Frame(kind, id, new byte[0]);
  }
}
