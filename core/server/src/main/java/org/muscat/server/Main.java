package org.muscat.server;

import org.muscat.server.cli.MuscatCommand;

/** The command {@code muscat}. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(MuscatCommand.run(arguments));
  }
}
