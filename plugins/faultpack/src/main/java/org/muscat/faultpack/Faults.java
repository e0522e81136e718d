package org.muscat.faultpack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All faults there are, the public list. */
public final class Faults {

  private Faults() {}

  /** All of them: first those of jars, then those of code. */
  public static List<Fault> all() {
    return Stream.of(JarFaults.all(), CodeFaults.all()).flatMap(List::stream).toList();
  }

  /** The one with an id, if there is one. */
  public static Optional<Fault> named(String id) {
    return all().stream().filter(fault -> fault.id().equals(id)).findFirst();
  }
}
