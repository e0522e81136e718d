package org.muscat.host.child.wire;

import java.util.function.Function;

/**
 * How a value that is no record goes over the pipe: as one.
 *
 * @param type of the value
 * @param record that stands for it
 * @param take takes the value apart
 * @param make makes it again
 */
record Form<T, R>(Class<T> type, Class<R> record, Function<T, R> take, Function<R, T> make) {

  Object taken(Object value) {
    return take.apply(type.cast(value));
  }

  Object made(Object parts) throws GarbledException {
    try {
      return make.apply(record.cast(parts));
    } catch (IllegalArgumentException e) {
      throw new GarbledException("no " + type.getSimpleName() + ": " + e.getMessage());
    }
  }
}
