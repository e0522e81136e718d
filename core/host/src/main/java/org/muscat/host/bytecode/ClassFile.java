package org.muscat.host.bytecode;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;

/** The bytes of a class. */
final class ClassFile {

  private static final byte[] CONTRACT = "org/muscat/spi".getBytes(StandardCharsets.US_ASCII);

  /** So many bytes say what Java a class is made for. */
  static final int HEAD = 8;

  private static final int MAJOR_VERSION = 6;

  /** What is added to the number of a Java: the class files of Java 17 have the version 61. */
  private static final int VERSION_BASE = 44;

  private ClassFile() {}

  /** The Java that a class file is made for; 0 if it is too short to say so. */
  static int javaOf(byte[] bytes) {
    return bytes.length < HEAD
        ? 0
        : ((bytes[MAJOR_VERSION] & 0xff) << 8 | (bytes[MAJOR_VERSION + 1] & 0xff)) - VERSION_BASE;
  }

  /**
   * What a class declares. Empty if no Java could load the class, or only a newer one can: the
   * virtual machine says so when somebody asks for that class, and nobody may.
   */
  static Optional<ClassShape> shape(byte[] bytes) {
    return read(bytes, ClassShape::of);
  }

  /** What is read from a class. Empty in the same cases. */
  static <T> Optional<T> read(byte[] bytes, Function<ClassReader, T> reading) {
    if (javaOf(bytes) > Runtime.version().feature()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.apply(new ClassReader(bytes)));
    } catch (RuntimeException | StackOverflowError e) {
      // The reader checks nothing: a damaged class makes it fail in any way.
      return Optional.empty();
    }
  }

  /** Whether a class can have anything to do with the contract. */
  static boolean mentionsContract(byte[] bytes) {
    for (int start = 0; start <= bytes.length - CONTRACT.length; start++) {
      if (bytes[start] == CONTRACT[0] && matchesAt(bytes, start)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matchesAt(byte[] bytes, int start) {
    for (int i = 1; i < CONTRACT.length; i++) {
      if (bytes[start + i] != CONTRACT[i]) {
        return false;
      }
    }
    return true;
  }
}
