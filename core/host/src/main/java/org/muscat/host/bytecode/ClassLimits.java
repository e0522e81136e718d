package org.muscat.host.bytecode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What a class file may be. The virtual machine looks at annotations by a function that calls
 * itself for each that lies in another, and ends with a signal, and the whole process with it, when
 * its stack does; so nothing is given to it that nests them deeper than anybody writes.
 */
public final class ClassLimits {

  /** The most bytes of a class file; the code of each method ends at 64 KiB. */
  public static final int MOST_BYTES = 16 << 20;

  static final int DEEPEST_ANNOTATION = 64;

  private static final int MAGIC_AND_VERSION = 8;
  private static final String ANNOTATIONS = "Annotations";

  private final byte[] bytes;
  private int at = MAGIC_AND_VERSION;
  private int[] texts = {};

  private ClassLimits(byte[] bytes) {
    this.bytes = bytes;
  }

  /** What is too much in a class file, without a subject: "has 1 bytes, more than 0". */
  public static Optional<String> exceeded(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return Optional.of(tooLong());
    }
    try {
      return new ClassLimits(bytes).nestsTooDeep()
          ? Optional.of("nests annotations more than " + DEEPEST_ANNOTATION + " deep")
          : Optional.empty();
    } catch (IndexOutOfBoundsException e) {
      // It is cut off or damaged, of which the virtual machine tells.
      return Optional.empty();
    }
  }

  static String tooLong() {
    return "has more than " + MOST_BYTES + " bytes";
  }

  private boolean nestsTooDeep() {
    if (!skipConstants()) {
      return false;
    }
    at += 6; // its flags, its own name and that of its superclass
    int interfaces = two();
    at += 2 * interfaces;
    boolean fields = membersNestTooDeep();
    return fields || membersNestTooDeep() || attributesNestTooDeep();
  }

  /** Whether they can be passed over: a constant of an unknown kind has no known length. */
  private boolean skipConstants() {
    texts = new int[two()];
    for (int i = 1; i < texts.length; i++) {
      int tag = one();
      switch (tag) {
        case 1 -> {
          texts[i] = at;
          int length = two();
          at += length;
        }
        case 3, 4, 9, 10, 11, 12, 17, 18 -> at += 4;
        case 5, 6 -> {
          at += 8;
          i++;
        }
        case 7, 8, 16, 19, 20 -> at += 2;
        case 15 -> at += 3;
        default -> {
          return false;
        }
      }
    }
    return true;
  }

  /** Fields or methods. */
  private boolean membersNestTooDeep() {
    int members = two();
    for (int i = 0; i < members; i++) {
      at += 6; // flags, name and descriptor
      if (attributesNestTooDeep()) {
        return true;
      }
    }
    return false;
  }

  private boolean attributesNestTooDeep() {
    int attributes = two();
    for (int i = 0; i < attributes; i++) {
      boolean annotations = isAnnotations(two());
      int high = two();
      int length = high << 16 | two();
      int end = at + length;
      if (length < 0 || end < at) {
        return false;
      }
      if (annotations && annotationsNestTooDeep(Math.min(end, bytes.length))) {
        return true;
      }
      at = end;
    }
    return false;
  }

  /**
   * {@code RuntimeVisibleAnnotations} and the invisible ones; not those of parameters and types.
   */
  private boolean isAnnotations(int name) {
    int text = texts[name];
    int length = (bytes[text] & 0xff) << 8 | (bytes[text + 1] & 0xff);
    String start = new String(bytes, text + 2, length, StandardCharsets.ISO_8859_1);
    return start.startsWith("Runtime")
        && start.endsWith(ANNOTATIONS)
        && !start.contains("Parameter")
        && !start.contains("Type");
  }

  private boolean annotationsNestTooDeep(int end) {
    int annotations = two();
    for (int i = 0; i < annotations && at < end; i++) {
      at += 2;
      if (valuesNestTooDeep(end)) {
        return true;
      }
    }
    return false;
  }

  /** Values that are still to come. */
  private record Level(int left, boolean named) {}

  /** Of one annotation, behind its type. */
  private boolean valuesNestTooDeep(int end) {
    Deque<Level> open = new ArrayDeque<>();
    open.push(new Level(two(), true));
    while (!open.isEmpty() && at < end) {
      Level level = open.pop();
      if (level.left == 0) {
        continue;
      }
      open.push(new Level(level.left - 1, level.named));
      if (level.named) {
        at += 2;
      }
      switch (one()) {
        case '[' -> open.push(new Level(two(), false));
        case '@' -> {
          at += 2;
          open.push(new Level(two(), true));
        }
        case 'e' -> at += 4;
        default -> at += 2;
      }
      if (open.size() > DEEPEST_ANNOTATION) {
        return true;
      }
    }
    return false;
  }

  private int one() {
    return bytes[at++] & 0xff;
  }

  private int two() {
    int high = one();
    return high << 8 | one();
  }
}
