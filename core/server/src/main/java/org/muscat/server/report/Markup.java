package org.muscat.server.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.muscat.server.report.Part.Attribute;

/**
 * A piece of HTML. Whatever is said becomes text or the value of an attribute, and never markup.
 * Immutable.
 */
final class Markup implements Part {

  /** Nothing. */
  static final Markup NONE = new Markup("");

  private static final Set<String> WITHOUT_END = Set.of("meta");

  /** A line break after them keeps lines short; it means nothing there. */
  private static final Set<String> BLOCKS =
      Set.of("meta", "title", "head", "style", "header", "section", "h1", "h2", "h3", "p", "tr");

  private final String html;

  private Markup(String html) {
    this.html = html;
  }

  static Attribute attribute(String name, String value) {
    return new Attribute(name, value);
  }

  static Attribute attribute(String name, double value) {
    return new Attribute(name, Numbers.coordinate(value));
  }

  /** The attribute {@code class}. */
  static Attribute kind(String names) {
    return new Attribute("class", names);
  }

  /** A text. */
  static Markup text(String text) {
    return new Markup(escaped(text));
  }

  /** Some pieces, one after the other. */
  static Markup all(Collection<Markup> pieces) {
    return new Markup(pieces.stream().map(piece -> piece.html).collect(Collectors.joining()));
  }

  /** The same. */
  static Markup all(Markup... pieces) {
    return all(Arrays.asList(pieces));
  }

  /** The style of a page, which is this program's own. */
  static Markup style(String css) {
    if (css.contains("<")) {
      throw new IllegalArgumentException("a style cannot hold markup");
    }
    return new Markup("<style>" + css + "</style>\n");
  }

  /**
   * An element.
   *
   * @param name of this program
   * @param parts attributes and content, each in its order
   */
  static Markup element(String name, Part... parts) {
    StringBuilder html = new StringBuilder("<").append(name);
    StringBuilder content = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Attribute attribute) {
        html.append(' ').append(attribute.name());
        html.append("=\"").append(escaped(attribute.value())).append('"');
      } else if (part instanceof Markup markup) {
        content.append(markup.html);
      }
    }
    html.append('>').append(content);
    if (!WITHOUT_END.contains(name)) {
      html.append("</").append(name).append('>');
    }
    return new Markup(html.append(BLOCKS.contains(name) ? "\n" : "").toString());
  }

  /** An element with nothing but a text. */
  static Markup element(String name, String text) {
    return element(name, text(text));
  }

  /** A paragraph. */
  static Markup paragraph(String text) {
    return element("p", text);
  }

  /** A remark beside something, on a line of its own. */
  static Markup beside(String text) {
    return text.isEmpty() ? NONE : element("span", kind("reason"), text(text));
  }

  /** A whole document. */
  static String document(List<Markup> head, List<Markup> body) {
    Markup root =
        element(
            "html",
            attribute("lang", "en"),
            element("head", all(head)),
            element("body", all(body)));
    return "<!DOCTYPE html>\n" + root.html + "\n";
  }

  boolean isEmpty() {
    return html.isEmpty();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(character -> append(escaped, character));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int character) {
    switch (character) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> escaped.appendCodePoint(isText(character) ? character : 0xFFFD);
    }
  }

  /** HTML has no place for control characters and halves of characters. */
  private static boolean isText(int character) {
    int type = Character.getType(character);
    return character == '\n'
        || character == '\t'
        || (type != Character.CONTROL && type != Character.SURROGATE);
  }

  @Override
  public String toString() {
    return html;
  }
}
