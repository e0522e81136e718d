package org.muscat.host.load;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Calls into the code of a plugin. */
public final class PluginCode {

  private PluginCode() {}

  /** Runs with the plugin's loader as context class loader, which is restored afterwards. */
  public static <T> T inContext(ClassLoader loader, Callable<T> code) throws Exception {
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
   * Runs in the context, and has what is thrown say all on this thread, where the deadline counts.
   *
   * @throws PluginThrewException whatever the code throws
   */
  public static <T> T guarded(ClassLoader loader, Callable<T> code) throws PluginThrewException {
    try {
      return inContext(loader, code);
    } catch (Throwable e) {
      throw new PluginThrewException(e);
    }
  }

  /** Passes on an {@link OutOfMemoryError} that no frame of the plugin is to blame for. */
  static void rethrowOwn(ClassLoader loader, Throwable thrown) {
    // Not of a class of the plugin, whose methods may do anything.
    if (thrown.getClass() == OutOfMemoryError.class && !isOf(loader, thrown)) {
      throw (OutOfMemoryError) thrown;
    }
  }

  /** What a plugin gave may be null although its type says otherwise; the caller checks. */
  @SuppressWarnings("NullAway")
  static <T> T asGiven(@Nullable T value) {
    return value;
  }

  private static boolean isOf(ClassLoader loader, Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .anyMatch(
            frame ->
                frame.getClassLoaderName() != null
                    && frame.getClassLoaderName().equals(loader.getName()));
  }
}
