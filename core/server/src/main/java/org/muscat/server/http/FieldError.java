package org.muscat.server.http;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one part of a request, in a problem document.
 *
 * @param in where it is: {@code path}, {@code query}, {@code header} or {@code body}
 * @param field the name of a parameter, or a JSON pointer into the body, such as {@code
 *     /readings/oil-fear}; empty for the body as a whole
 * @param value as it was sent, in JSON if it is in the body; null if it was not
 * @param message what is wrong, one sentence without its subject
 */
record FieldError(String in, String field, @Nullable String value, String message) {

  private static final int LONGEST_VALUE = 200;

  FieldError {
    if (value != null && value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE) + "...";
    }
  }

  /** A parameter of the query that is wrong. */
  static FieldError query(String name, @Nullable String value, String message) {
    return new FieldError("query", name, value, message);
  }

  /** The whole in words. */
  String sentence() {
    if (in.equals("body")) {
      return (field.isEmpty() ? "the body" : field + " of the body") + " " + message;
    }
    return (in.equals("header") ? "header " : "parameter ") + field + message(value);
  }

  private String message(@Nullable String told) {
    return told == null ? " " + message : ": '" + told + "' " + message;
  }
}
