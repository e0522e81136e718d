package org.muscat.chronicle;

/** The command {@code muscat chronicle}. */
public final class ChronicleMain {

  private ChronicleMain() {}

  public static void main(String[] arguments) {
    System.exit(ChronicleCommand.run(arguments));
  }
}
