package org.muscat.energy.table;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpAnswer;
import org.muscat.toolkit.Json;

/** An answer that is a JSON object. Immutable. */
public final class Document {

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
   * A whole number from nought on, also one that is written as a text.
   *
   * @throws FeedException {@code SOURCE_CHANGED} if there is none of this name
   */
  public int count(String name) throws FeedException {
    Object value = members.get(name);
    try {
      if (value != null) {
        return Integer.parseUnsignedInt(String.valueOf(value));
      }
    } catch (NumberFormatException e) {
      throw changed("a count '" + name + "', but " + Excerpt.of(String.valueOf(value)));
    }
    throw changed("a count '" + name + "'");
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
