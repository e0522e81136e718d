package org.muscat.chronicle;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lines of one event, and a chronicle file with them at its end. All other text stays. */
final class EventBlock {

  private static final Pattern EVENT = Pattern.compile("(?m)^( *)- +id:");
  private static final Pattern NO_EVENTS = Pattern.compile("(?m)^events: *\\[ *] *$");
  private static final String USUAL_INDENT = "  ";

  private final List<String> lines = new ArrayList<>();

  /** A key whose value needs no quotes, such as a date or a word. */
  EventBlock plain(String key, Object value) {
    lines.add(key + ": " + value);
    return this;
  }

  EventBlock plain(String key, Optional<?> value) {
    value.ifPresent(given -> plain(key, given));
    return this;
  }

  EventBlock quoted(String key, String text) {
    lines.add(key + ": " + quote(text));
    return this;
  }

  /** A list of words on one line. */
  EventBlock list(String key, Collection<String> words) {
    lines.add(key + ": [" + String.join(", ", words) + "]");
    return this;
  }

  EventBlock sources(List<EventSource> sources) {
    if (sources.isEmpty()) {
      lines.add("sources: []");
    } else {
      lines.add("sources:");
      sources.forEach(source -> lines.add("  - " + source.yaml()));
    }
    return this;
  }

  /** A text as a YAML scalar in double quotes, which JSON's are, too. */
  static String quote(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  /** The text of a file with this event behind the others. */
  String appendTo(String text) {
    String body = NO_EVENTS.matcher(text).replaceFirst("events:");
    String end = body.isEmpty() || body.endsWith("\n") ? "" : "\n";
    return body + end + block(indentOf(body));
  }

  private String block(String indent) {
    String inner = "\n" + indent + "  ";
    return lines.stream().collect(Collectors.joining(inner, indent + "- ", "\n"));
  }

  private static String indentOf(String text) {
    Matcher matcher = EVENT.matcher(text);
    return matcher.find() ? matcher.group(1) : USUAL_INDENT;
  }
}
