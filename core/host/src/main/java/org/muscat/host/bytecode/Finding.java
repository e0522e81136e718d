package org.muscat.host.bytecode;

/**
 * A place in the code of a plugin that does what a host cannot stop, or what the contract asks it
 * not to do.
 *
 * @param severity how bad it is there
 * @param hazard what it does
 * @param place the file name of the jar or folder
 * @param type the class
 * @param method in which it is done
 * @param line in the source, from 1; 0 if the class does not say
 * @param call what is called, such as {@code java.lang.System.exit(int)}
 */
public record Finding(
    Severity severity,
    Hazard hazard,
    String place,
    String type,
    String method,
    int line,
    String call) {

  @Override
  public String toString() {
    String where = type + "." + method + (line > 0 ? ", line " + line : "");
    return where + ": " + call + " " + hazard.meaning();
  }
}
