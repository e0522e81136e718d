package org.muscat.contract;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of a class path that a plugin uses: where its class lies, and every folder and jar with
 * a class that it names, directly or not. What only reflection finds is not seen.
 */
final class PluginClassPath {

  private static final List<String> OF_THE_HOST = List.of("java/", "org/muscat/spi/");

  private final ClassLoader loader;
  private final Set<Path> places = new LinkedHashSet<>();
  private final Set<String> seen = new HashSet<>();
  private final Deque<String> unread = new ArrayDeque<>();

  private PluginClassPath(ClassLoader loader) {
    this.loader = loader;
  }

  static List<Path> of(Class<?> plugin) {
    PluginClassPath path = new PluginClassPath(plugin.getClassLoader());
    path.meet(plugin.getName().replace('.', '/'));
    try {
      while (!path.unread.isEmpty()) {
        path.read(path.unread.remove());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(path.places);
  }

  private void meet(String className) {
    if (OF_THE_HOST.stream().noneMatch(className::startsWith) && seen.add(className)) {
      unread.add(className);
    }
  }

  private void read(String className) throws IOException {
    String file = className + ".class";
    URL found = loader.getResource(file);
    if (found == null || found.getProtocol().equals("jrt")) {
      return;
    }
    places.add(place(found, file));
    try (InputStream bytes = loader.getResourceAsStream(file)) {
      if (bytes != null) {
        namesIn(new DataInputStream(bytes)).forEach(this::meet);
      }
    }
  }

  private static Path place(URL found, String file) throws IOException {
    try {
      if (found.openConnection() instanceof JarURLConnection jar) {
        return Path.of(jar.getJarFileURL().toURI());
      }
      String url = found.toURI().toString();
      return Path.of(URI.create(url.substring(0, url.length() - file.length())));
    } catch (URISyntaxException e) {
      throw new IOException("cannot tell where " + found + " lies", e);
    }
  }

  /** The classes that a class names in its constant pool (Java Virtual Machine, section 4.4). */
  private static List<String> namesIn(DataInputStream in) throws IOException {
    in.readInt();
    in.readInt();
    int size = in.readUnsignedShort();
    Map<Integer, String> texts = new HashMap<>();
    List<Integer> classes = new ArrayList<>();
    for (int i = 1; i < size; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(i, in.readUTF());
        case 7 -> classes.add(in.readUnsignedShort());
        case 8, 16, 19, 20 -> in.skipBytes(2);
        case 15 -> in.skipBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
        case 5, 6 -> {
          in.skipBytes(8);
          i++;
        }
        default -> throw new IOException("constant " + i + " has the unknown tag " + tag);
      }
    }
    return classes.stream().map(index -> element(texts.getOrDefault(index, ""))).toList();
  }

  /** Of an array, such as {@code [Lorg/acme/Gas;}, the class of its elements. */
  private static String element(String name) {
    String element = name.substring(name.lastIndexOf('[') + 1);
    return element.length() < name.length() && element.endsWith(";")
        ? element.substring(1, element.length() - 1)
        : element;
  }
}
