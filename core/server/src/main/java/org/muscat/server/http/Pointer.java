package org.muscat.server.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Follows JSON pointers (RFC 6901). The class of Vert.x judges them by a regular expression, on
 * which the stack overflows when a pointer is long.
 */
final class Pointer {

  private Pointer() {}

  /** What a pointer points at; null if there is nothing. */
  static @Nullable Object at(@Nullable Object root, String pointer) {
    Object found = root;
    int begin = 1;
    while (begin <= pointer.length() && found != null) {
      int end = pointer.indexOf('/', begin);
      if (end < 0) {
        end = pointer.length();
      }
      String name = pointer.substring(begin, end).replace("~1", "/").replace("~0", "~");
      found = child(found, name);
      begin = end + 1;
    }
    return found;
  }

  private static @Nullable Object child(Object parent, String name) {
    if (parent instanceof JsonObject object) {
      return object.getValue(name);
    }
    if (parent instanceof JsonArray array && name.matches("[0-9]{1,9}")) {
      int index = Integer.parseInt(name);
      return index < array.size() ? array.getValue(index) : null;
    }
    return null;
  }
}
