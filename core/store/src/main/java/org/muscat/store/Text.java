package org.muscat.store;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Texts as the database keeps them. Line breaks, tabs, backslashes and the characters that a
 * database cannot hold (NUL, half of a surrogate pair) are escaped; attributes are one line each,
 * name, tab, value, by name. The same value always gives the same text.
 */
final class Text {

  private Text() {}

  static String encode(String text) {
    int position = 0;
    while (position < text.length() && !needsEscape(text, position)) {
      position++;
    }
    if (position == text.length()) {
      return text;
    }
    StringBuilder encoded = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      if (needsEscape(text, i)) {
        encoded.append(escape(text.charAt(i)));
      } else {
        encoded.append(text.charAt(i));
      }
    }
    return encoded.toString();
  }

  static String decode(String encoded) {
    if (encoded.indexOf('\\') < 0) {
      return encoded;
    }
    StringBuilder text = new StringBuilder(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      if (encoded.charAt(i) != '\\') {
        text.append(encoded.charAt(i));
      } else {
        i++;
        switch (encoded.charAt(i)) {
          case 'n' -> text.append('\n');
          case 't' -> text.append('\t');
          case 'u' -> {
            text.append((char) Integer.parseInt(encoded, i + 1, i + 5, 16));
            i += 4;
          }
          default -> text.append(encoded.charAt(i));
        }
      }
    }
    return text.toString();
  }

  static String encode(Map<String, String> attributes) {
    if (attributes.isEmpty()) {
      return "";
    }
    StringBuilder lines = new StringBuilder();
    new TreeMap<>(attributes)
        .forEach(
            (name, value) ->
                lines.append(encode(name)).append('\t').append(encode(value)).append('\n'));
    return lines.toString();
  }

  static Map<String, String> decodeAttributes(String lines) {
    Map<String, String> attributes = new TreeMap<>();
    lines
        .lines()
        .forEach(
            line -> {
              int tab = line.indexOf('\t');
              attributes.put(decode(line.substring(0, tab)), decode(line.substring(tab + 1)));
            });
    return Collections.unmodifiableMap(attributes);
  }

  private static String escape(char character) {
    return switch (character) {
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      default -> String.format("\\u%04x", (int) character);
    };
  }

  private static boolean needsEscape(String text, int position) {
    char character = text.charAt(position);
    if (character == '\\' || character < ' ') {
      return true;
    }
    if (Character.isHighSurrogate(character)) {
      return position + 1 == text.length() || !Character.isLowSurrogate(text.charAt(position + 1));
    }
    return Character.isLowSurrogate(character)
        && (position == 0 || !Character.isHighSurrogate(text.charAt(position - 1)));
  }
}
