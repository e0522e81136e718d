package org.muscat.host;

import java.util.List;
import org.muscat.host.child.inside.ChildMain;

/** The child JVMs of this one. */
final class Children {

  private Children() {}

  /** Those that run. */
  static List<ProcessHandle> running() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .filter(child -> child.info().commandLine().orElse("").contains(ChildMain.class.getName()))
        .toList();
  }

  /** The names of the threads that serve children here. */
  static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("child-"))
        .toList();
  }
}
