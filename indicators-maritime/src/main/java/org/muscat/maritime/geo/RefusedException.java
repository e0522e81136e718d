package org.muscat.maritime.geo;

/** A text of a report that cannot be taken. The message begins with the word of its reason. */
public final class RefusedException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Why a text is refused. */
  public enum Reason {
    NO_POSITION("no-position"),
    LATITUDE("latitude"),
    LONGITUDE("longitude"),
    MINUTES("minutes"),
    SECONDS("seconds"),
    DATE("date"),
    NUMBER("number"),
    CELLS("cells"),
    TEXT("text"),
    WORD("word"),
    FUTURE("future"),
    KNOWN_AT("known-at"),
    SHAPE("shape");

    private final String word;

    Reason(String word) {
      this.word = word;
    }

    /** As it stands in messages, such as {@code no-position}. */
    public String word() {
      return word;
    }
  }

  private final Reason reason;

  /**
   * A refusal.
   *
   * @param detail which value, and what was expected
   */
  public RefusedException(Reason reason, String detail) {
    super(reason.word() + ": " + detail);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** A value as it is quoted in messages: one line, at most 60 characters. */
  public static String quoted(String value) {
    String line = value.length() > 60 ? value.substring(0, 60) + "..." : value;
    return "'" + line.replaceAll("\\s", " ") + "'";
  }
}
