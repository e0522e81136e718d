package org.muscat.host.guard;

/** A class loader whose code runs on threads of one group, as does each thread that it starts. */
public interface ThreadHome {

  /** The group; the same at each call. */
  ThreadGroup threads();
}
