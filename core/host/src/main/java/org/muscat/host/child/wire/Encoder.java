package org.muscat.host.child.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes one value; see {@link Codec}. */
final class Encoder {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  byte[] bytes() {
    return bytes.toByteArray();
  }

  void put(Type type, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("null in the place of a " + type.getTypeName());
    }
    try {
      if (type instanceof ParameterizedType generic) {
        putGeneric(generic, value);
      } else {
        putPlain((Class<?>) type, value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
  }

  private void putGeneric(ParameterizedType type, Object value) throws IOException {
    Type[] arguments = type.getActualTypeArguments();
    if (value instanceof Optional<?> optional) {
      out.writeBoolean(optional.isPresent());
      optional.ifPresent(present -> put(arguments[0], present));
    } else if (value instanceof List<?> list) {
      out.writeInt(list.size());
      list.forEach(item -> put(arguments[0], item));
    } else if (value instanceof Map<?, ?> map) {
      out.writeInt(map.size());
      map.forEach(
          (key, item) -> {
            put(arguments[0], key);
            put(arguments[1], item);
          });
    } else {
      throw new IllegalArgumentException("cannot be sent: " + type.getTypeName());
    }
  }

  private void putPlain(Class<?> type, Object value) throws IOException {
    if (value instanceof String text) {
      putText(text);
    } else if (value instanceof Integer number) {
      out.writeInt(number);
    } else if (value instanceof Long number) {
      out.writeLong(number);
    } else if (value instanceof Double number) {
      out.writeLong(Double.doubleToRawLongBits(number));
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof Enum<?> constant) {
      out.writeInt(
          Arrays.asList(constant.getDeclaringClass().getEnumConstants()).indexOf(constant));
    } else if (type.isArray()) {
      putArray(value);
    } else {
      putStructure(type, value);
    }
  }

  private void putStructure(Class<?> type, Object value) throws IOException {
    Optional<Form<?, ?>> form = Forms.of(type);
    if (form.isPresent()) {
      put(form.get().record(), form.get().taken(value));
    } else if (type.isSealed()) {
      Class<?>[] kinds = type.getPermittedSubclasses();
      int kind = Arrays.asList(kinds).indexOf(value.getClass());
      out.writeByte(kind);
      put(kinds[kind], value);
    } else if (type.isRecord()) {
      Shape shape = Shape.of(type);
      for (int i = 0; i < shape.types().size(); i++) {
        put(shape.types().get(i), shape.component(value, i));
      }
    } else {
      throw new IllegalArgumentException("cannot be sent: " + type.getName());
    }
  }

  private void putArray(Object value) throws IOException {
    if (value instanceof byte[] octets) {
      out.writeInt(octets.length);
      out.write(octets);
    } else if (value instanceof long[] numbers) {
      out.writeInt(numbers.length);
      for (long number : numbers) {
        out.writeLong(number);
      }
    } else if (value instanceof double[] numbers) {
      out.writeInt(numbers.length);
      for (double number : numbers) {
        out.writeLong(Double.doubleToRawLongBits(number));
      }
    } else {
      throw new IllegalArgumentException("cannot be sent: " + value.getClass().getName());
    }
  }

  /** One byte a character where that will do; else two, so that half a surrogate survives too. */
  private void putText(String text) throws IOException {
    boolean narrow = text.chars().allMatch(c -> c <= 0xff);
    out.writeBoolean(narrow);
    out.writeInt(text.length());
    out.write(narrow ? text.getBytes(StandardCharsets.ISO_8859_1) : wide(text));
  }

  private static byte[] wide(String text) {
    byte[] octets = new byte[2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      octets[2 * i] = (byte) (text.charAt(i) >> 8);
      octets[2 * i + 1] = (byte) text.charAt(i);
    }
    return octets;
  }
}
