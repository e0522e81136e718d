package org.muscat.chronicle;

import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A source of an event, as it is given on the command line: {@code TITLE|PUBLISHER|DATE|LINK}.
 *
 * @param opened whether the coder saw its text
 */
record EventSource(
    String title, String publisher, Optional<String> date, Optional<String> link, boolean opened) {

  private static final int MOST = 4;

  /** One line of YAML. */
  String yaml() {
    return "{title: "
        + EventBlock.quote(title)
        + ", publisher: "
        + EventBlock.quote(publisher)
        + ", date: "
        + date.orElse("null")
        + ", link: "
        + link.map(EventBlock::quote).orElse("null")
        + ", opened: "
        + opened
        + "}";
  }

  private static EventSource of(String text, boolean opened) {
    String[] parts = text.split("\\|", -1);
    if (parts.length < 2 || parts.length > MOST || parts[0].isBlank() || parts[1].isBlank()) {
      throw new TypeConversionException("'" + text + "' is not TITLE|PUBLISHER|DATE|LINK");
    }
    return new EventSource(
        parts[0].strip(), parts[1].strip(), part(parts, 2), part(parts, MOST - 1), opened);
  }

  private static Optional<String> part(String[] parts, int index) {
    return index < parts.length && !parts[index].isBlank()
        ? Optional.of(parts[index].strip())
        : Optional.empty();
  }

  /** Reads a source that the coder opened. */
  static final class Opened implements ITypeConverter<EventSource> {

    @Override
    public EventSource convert(String text) {
      return of(text, true);
    }
  }

  /** Reads a source that the coder did not open. */
  static final class Unopened implements ITypeConverter<EventSource> {

    @Override
    public EventSource convert(String text) {
      return of(text, false);
    }
  }
}
