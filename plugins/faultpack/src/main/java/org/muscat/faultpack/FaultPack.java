package org.muscat.faultpack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the jars of faults into a folder, for operators who want to see what their Muscat makes of
 * them: {@code java -jar muscat-faultpack.jar [--spi JAR] DIR [FAULT..]}. Needs a JDK; compiles
 * against the contract on its class path, or the one that is given.
 */
public final class FaultPack {

  private static final String USAGE =
      "usage: java -jar muscat-faultpack.jar [--spi JAR] DIR [FAULT..]";

  private FaultPack() {}

  /** Exit code 2 if the arguments are wrong, 1 if the jars cannot be written. */
  public static void main(String[] arguments) {
    List<String> given = new ArrayList<>(List.of(arguments));
    Optional<Path> contract = Optional.empty();
    if (given.size() > 1 && given.get(0).equals("--spi")) {
      contract = Optional.of(Path.of(given.get(1)));
      given.subList(0, 2).clear();
    }
    if (given.isEmpty() || given.get(0).startsWith("-")) {
      fail(2, USAGE + "\n" + list());
      return;
    }
    List<Fault> faults = new ArrayList<>();
    for (String id : given.subList(1, given.size())) {
      Optional<Fault> fault = Faults.named(id);
      if (fault.isEmpty()) {
        fail(2, "there is no fault '" + id + "'\n" + list());
        return;
      }
      faults.add(fault.get());
    }
    write(Path.of(given.get(0)), contract, faults.isEmpty() ? Faults.all() : faults);
  }

  private static void write(Path folder, Optional<Path> contract, List<Fault> faults) {
    try {
      for (Fault fault : faults) {
        Path jar =
            contract.isPresent() ? fault.writeTo(folder, contract.get()) : fault.writeTo(folder);
        System.out.println(jar + ": " + fault.sentence());
      }
    } catch (IOException | IllegalStateException e) {
      fail(1, "the jars cannot be written: " + e.getMessage());
    }
  }

  private static String list() {
    StringBuilder text = new StringBuilder("faults:\n");
    for (Fault fault : Faults.all()) {
      text.append(String.format("  %-28s %s%n", fault.id(), fault.sentence()));
    }
    return text.toString();
  }

  private static void fail(int code, String message) {
    System.err.println(message);
    System.exit(code);
  }
}
