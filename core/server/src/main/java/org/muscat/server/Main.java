package org.muscat.server;

import org.muscat.server.cli.MuscatCommand;

/** The command {@code muscat}. */
public final class Main {

  /** Which kinds of passwords Java tells no proxy that is to connect through. */
  private static final String UNTOLD = "jdk.http.auth.tunneling.disabledSchemes";

  private Main() {}

  public static void main(String[] arguments) {
    prepare();
    System.exit(MuscatCommand.run(arguments));
  }

  /** What comes before any command. */
  static void prepare() {
    // That of http.proxy is for just this; Java would keep it to itself.
    if (System.getProperty(UNTOLD) == null) {
      System.setProperty(UNTOLD, "");
    }
    Ahead.start();
  }
}
