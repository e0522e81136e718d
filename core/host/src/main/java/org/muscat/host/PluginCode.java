package org.muscat.host;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Calls into the code of a plugin. */
final class PluginCode {

  private PluginCode() {}

  /** Runs with the plugin's loader as context class loader, which is restored afterwards. */
  static <T> T inContext(ClassLoader loader, Callable<T> code) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return code.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Runs on a thread of the host.
   *
   * @throws PluginThrewException with whatever the plugin threw; only an {@link OutOfMemoryError}
   *     that no frame of the plugin is to blame for passes through
   */
  static <T> T onHostThread(ClassLoader loader, Callable<T> code) throws PluginThrewException {
    try {
      return inContext(loader, code);
    } catch (OutOfMemoryError e) {
      if (isOf(loader, e)) {
        throw new PluginThrewException(e);
      }
      throw e;
    } catch (Throwable e) {
      throw new PluginThrewException(e);
    }
  }

  private static boolean isOf(ClassLoader loader, Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .anyMatch(
            frame ->
                frame.getClassLoaderName() != null
                    && frame.getClassLoaderName().equals(loader.getName()));
  }
}
