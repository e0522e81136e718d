package org.muscat.host.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads files that a class loader found, and keeps the jars that they lie in open until it is
 * closed: to open one for each class took more than to load the class. Safe for any thread.
 */
final class LookedJars implements AutoCloseable {

  private static final String IN_JAR = "jar:file:";
  private static final String SEPARATOR = "!/";

  private final Map<String, ZipFile> jars = new HashMap<>();
  private boolean isClosed;

  /** The bytes of a file. */
  InputStream open(URL file) throws IOException {
    String path = pathInJar(file.toString());
    int end = path.lastIndexOf(SEPARATOR);
    @Nullable ZipFile jar = end < 0 ? null : jar(path.substring(0, end));
    @Nullable ZipEntry entry =
        jar == null ? null : jar.getEntry(path.substring(end + SEPARATOR.length()));
    if (jar != null && entry != null) {
      return jar.getInputStream(entry);
    }
    URLConnection connection = file.openConnection();
    // Else a jar would stay open when the loader is closed.
    connection.setUseCaches(false);
    return connection.getInputStream();
  }

  /** The jar and the file in it, without what blanks and the like are encoded as; else nothing. */
  private static String pathInJar(String url) {
    try {
      return url.startsWith(IN_JAR) ? URI.create(url.substring("jar:".length())).getPath() : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Null once this is closed. */
  private synchronized @Nullable ZipFile jar(String path) throws IOException {
    if (isClosed) {
      return null;
    }
    ZipFile open = jars.get(path);
    if (open == null) {
      open = new ZipFile(path);
      jars.put(path, open);
    }
    return open;
  }

  @Override
  public synchronized void close() throws IOException {
    isClosed = true;
    for (ZipFile jar : jars.values()) {
      jar.close();
    }
    jars.clear();
  }
}
