package org.muscat.host.guard;

import java.util.function.Function;

/**
 * A group of threads that run the code of a plugin. Threads that this code starts begin in the same
 * group and at a low priority: what a plugin leaves running takes only what the host does not want.
 * What the priority means is the JVM's affair; the start script makes it nice 19.
 */
public final class CallGroup {

  /** Of threads that the code of a plugin starts. */
  private static final int PRIORITY_OF_STARTED = 2;

  private final ThreadGroup group;

  /** A group; it ends with its threads. */
  public CallGroup(String name) {
    this.group = new ThreadGroup(name);
  }

  /**
   * Makes a thread that runs calls, at the normal priority. It keeps that: the group bounds those
   * that are made from now on.
   *
   * @param maker makes the thread in the group that it is given
   */
  @SuppressWarnings("ThreadPriorityCheck") // nothing is right or wrong by it, only later
  public synchronized <T extends Thread> T make(Function<ThreadGroup, T> maker) {
    group.setMaxPriority(Thread.NORM_PRIORITY);
    try {
      return maker.apply(group);
    } finally {
      group.setMaxPriority(PRIORITY_OF_STARTED);
    }
  }
}
