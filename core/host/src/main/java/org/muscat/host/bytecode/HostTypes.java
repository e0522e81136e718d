package org.muscat.host.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.MuscatPlugin;

/** The types of this host that plugins see: the contract and the Java platform. Read once. */
final class HostTypes {

  /** The package of the contract, with its sub-packages. */
  static final String CONTRACT = "org/muscat/spi/";

  private static final ConcurrentMap<String, Optional<ClassShape>> TYPES =
      new ConcurrentHashMap<>();

  private HostTypes() {}

  static boolean isContract(String type) {
    return type.startsWith(CONTRACT);
  }

  /** A type of the contract. */
  static Optional<ClassShape> contract(String type) {
    return TYPES.computeIfAbsent(
        type, name -> read(MuscatPlugin.class.getClassLoader(), name + ClassPath.CLASS));
  }

  /** A type of the Java platform. */
  static Optional<ClassShape> platform(String type) {
    return TYPES.computeIfAbsent(
        type, name -> read(ClassLoader.getPlatformClassLoader(), name + ClassPath.CLASS));
  }

  private static Optional<ClassShape> read(ClassLoader loader, String entry) {
    try (@Nullable InputStream in = loader.getResourceAsStream(entry)) {
      return in == null ? Optional.empty() : ClassFile.shape(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + entry + " of this Muscat", e);
    }
  }
}
