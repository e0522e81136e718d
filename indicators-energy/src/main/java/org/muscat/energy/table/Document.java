package org.muscat.energy.table;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpAnswer;
import org.muscat.toolkit.Json;

/** An answer that is a JSON object. Immutable. */
public final class Document {

  private static final Pattern COUNT = Pattern.compile("\\d{1,1000}");

  /** The longest daily series have some tens of thousands of rows, and some versions of each. */
  private static final BigInteger MOST_ROWS = BigInteger.valueOf(1_000_000);

  private final String where;
  private final Map<?, ?> members;

  private Document(String where, Map<?, ?> members) {
    this.where = where;
    this.members = members;
  }

  /**
   * Reads an answer.
   *
   * @throws FeedException {@code BAD_DATA} if it is no JSON object
   */
  public static Document read(HttpAnswer answer) throws FeedException {
    String text = answer.text();
    try {
      if (Json.read(text) instanceof Map<?, ?> members) {
        return new Document(answer.url(), members);
      }
    } catch (IOException e) {
      throw new FeedException(
          Reason.BAD_DATA, answer.url() + " answered no JSON: " + Excerpt.of(text), e);
    }
    throw new FeedException(
        Reason.BAD_DATA, answer.url() + " answered no JSON object: " + Excerpt.of(text));
  }

  /**
   * An object in this one.
   *
   * @throws FeedException {@code SOURCE_CHANGED} if there is none of this name
   */
  public Document object(String name) throws FeedException {
    if (members.get(name) instanceof Map<?, ?> object) {
      return new Document(where, object);
    }
    throw changed("an object '" + name + "'");
  }

  /**
   * A list in this object.
   *
   * @throws FeedException {@code SOURCE_CHANGED} if there is none of this name
   */
  public List<? extends @Nullable Object> list(String name) throws FeedException {
    if (members.get(name) instanceof List<?> list) {
      return list;
    }
    throw changed("a list '" + name + "'");
  }

  /**
   * How many rows there are in all: a whole number from nought on, also one that is written as a
   * text.
   *
   * @throws FeedException {@code SOURCE_CHANGED} if there is none of this name, {@code TOO_LARGE}
   *     if it is more than a million
   */
  public int count(String name) throws FeedException {
    Object value = members.get(name);
    if (value == null) {
      throw changed("a count '" + name + "'");
    }
    String text = String.valueOf(value);
    if (!COUNT.matcher(text).matches()) {
      throw changed("a count '" + name + "', but " + Excerpt.of(text));
    }
    BigInteger count = new BigInteger(text);
    if (count.compareTo(MOST_ROWS) > 0) {
      throw new FeedException(
          Reason.TOO_LARGE,
          where + " has " + Excerpt.of(text) + " rows; more than " + MOST_ROWS + " are not read");
    }
    return count.intValueExact();
  }

  /** What is told under a name, as text; empty if nothing is. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(members.get(name)).map(String::valueOf).map(Excerpt::of);
  }

  private FeedException changed(String what) {
    return new FeedException(
        Reason.SOURCE_CHANGED,
        where + " answered JSON without " + what + ": " + Excerpt.of(String.valueOf(members)));
  }
}
