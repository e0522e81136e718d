package org.muscat.server.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says of a prompt thread how long its slice is, and how nice it is. */
final class PromptProgram {

  private static final int NICE = 19;

  private PromptProgram() {}

  public static void main(String[] none) {
    new PromptThreads("prompt").newThread(PromptProgram::tell).start();
  }

  @SuppressWarnings("SystemOut") // what the test reads
  private static void tell() {
    try {
      System.out.println(Slice.length() + ", nice " + nice());
    } catch (NoSliceException e) {
      System.out.println(e.getMessage());
    }
  }

  /** Field 19 of proc(5)'s stat; the second is a name in brackets, which may hold blanks. */
  private static String nice() {
    try {
      String stat = Files.readString(Path.of("/proc/thread-self/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[NICE - 3];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
