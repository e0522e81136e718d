package org.muscat.host.child.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one value; see {@link Codec}. Takes no more memory than what was sent is worth. */
final class Decoder {

  private final ByteBuffer in;

  Decoder(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  /** How many bytes were not read yet. */
  int left() {
    return in.remaining();
  }

  Object take(Type type) throws GarbledException {
    return type instanceof ParameterizedType generic
        ? takeGeneric(generic)
        : takePlain((Class<?>) type);
  }

  private Object takeGeneric(ParameterizedType type) throws GarbledException {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return takeFlag() ? Optional.of(take(arguments[0])) : Optional.empty();
    }
    int size = takeSize(1);
    if (type.getRawType() == List.class) {
      List<Object> items = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        items.add(take(arguments[0]));
      }
      return Collections.unmodifiableList(items);
    }
    Map<Object, Object> entries = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      entries.put(take(arguments[0]), take(arguments[1]));
    }
    return Collections.unmodifiableMap(entries);
  }

  private Object takePlain(Class<?> type) throws GarbledException {
    if (type == String.class) {
      return takeText();
    }
    if (type == int.class) {
      return need(Integer.BYTES).getInt();
    }
    if (type == long.class) {
      return need(Long.BYTES).getLong();
    }
    if (type == double.class) {
      return takeDouble();
    }
    if (type == boolean.class) {
      return takeFlag();
    }
    if (type.isEnum()) {
      return chosen(type.getEnumConstants(), need(Integer.BYTES).getInt(), type);
    }
    return type.isArray() ? takeArray(type) : takeStructure(type);
  }

  private Object takeStructure(Class<?> type) throws GarbledException {
    Optional<Form<?, ?>> form = Forms.of(type);
    if (form.isPresent()) {
      return form.get().made(take(form.get().record()));
    }
    if (type.isSealed()) {
      return take(chosen(type.getPermittedSubclasses(), need(1).get(), type));
    }
    Shape shape = Shape.of(type);
    Object[] values = new Object[shape.types().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = take(shape.types().get(i));
    }
    return shape.make(values);
  }

  private Object takeArray(Class<?> type) throws GarbledException {
    if (type == byte[].class) {
      byte[] octets = new byte[takeSize(1)];
      in.get(octets);
      return octets;
    }
    if (type == long[].class) {
      long[] numbers = new long[takeSize(Long.BYTES)];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = in.getLong();
      }
      return numbers;
    }
    double[] numbers = new double[takeSize(Double.BYTES)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = takeDouble();
    }
    return numbers;
  }

  private double takeDouble() throws GarbledException {
    return Double.longBitsToDouble(need(Long.BYTES).getLong());
  }

  private String takeText() throws GarbledException {
    boolean narrow = takeFlag();
    byte[] octets = new byte[takeSize(narrow ? 1 : 2) * (narrow ? 1 : 2)];
    in.get(octets);
    if (narrow) {
      return new String(octets, StandardCharsets.ISO_8859_1);
    }
    char[] characters = new char[octets.length / 2];
    for (int i = 0; i < characters.length; i++) {
      characters[i] = (char) ((octets[2 * i] & 0xff) << 8 | (octets[2 * i + 1] & 0xff));
    }
    return new String(characters);
  }

  private boolean takeFlag() throws GarbledException {
    int flag = need(1).get();
    if (flag != 0 && flag != 1) {
      throw new GarbledException("neither yes nor no: " + flag);
    }
    return flag == 1;
  }

  /** A number of things, each of which takes at least so many bytes. */
  private int takeSize(int bytesOfEach) throws GarbledException {
    int size = need(Integer.BYTES).getInt();
    if (size < 0 || (long) size * bytesOfEach > in.remaining()) {
      throw new GarbledException(size + " items in the " + in.remaining() + " bytes left");
    }
    return size;
  }

  private ByteBuffer need(int bytes) throws GarbledException {
    if (in.remaining() < bytes) {
      throw new GarbledException("ends in the middle of a value");
    }
    return in;
  }

  private static <T> T chosen(T[] choices, int index, Class<?> type) throws GarbledException {
    if (index < 0 || index >= choices.length) {
      throw new GarbledException("no " + type.getName() + " has the number " + index);
    }
    return choices[index];
  }
}
