package org.muscat.host.load;

/**
 * A thread that the code of a plugin started.
 *
 * @param id of the thread, unique in its JVM; negative for a thread whose class is not Java's own,
 *     where the method that tells it may be code of the plugin
 * @param name that it has now
 */
public record OwnThread(long id, String name) {

  static OwnThread of(Thread thread) {
    boolean isPlain = thread.getClass().getClassLoader() == null;
    return new OwnThread(
        isPlain ? thread.getId() : -1L - System.identityHashCode(thread), thread.getName());
  }
}
