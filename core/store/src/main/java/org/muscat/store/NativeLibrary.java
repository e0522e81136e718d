package org.muscat.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The part of SQLite that is no Java, which its driver unpacks at each start unless it is there.
 */
public final class NativeLibrary {

  private NativeLibrary() {}

  /**
   * Unpacks that of this machine, for the option {@code org.sqlite.lib.path}; nothing if there is
   * none for it.
   *
   * @param folder made if it is absent
   */
  public static void unpack(Path folder) throws IOException {
    String file = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + file;
    try (@Nullable InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (in != null) {
        Files.createDirectories(folder);
        Files.copy(in, folder.resolve(file));
      }
    }
  }
}
