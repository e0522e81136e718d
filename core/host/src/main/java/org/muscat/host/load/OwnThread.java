package org.muscat.host.load;

/**
 * A thread that the code of a plugin started.
 *
 * @param id of the thread, unique in its JVM
 * @param name that it has now
 */
public record OwnThread(long id, String name) {

  static OwnThread of(Thread thread) {
    return new OwnThread(thread.getId(), thread.getName());
  }
}
