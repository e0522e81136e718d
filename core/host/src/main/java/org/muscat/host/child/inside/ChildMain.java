package org.muscat.host.child.inside;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.muscat.host.child.wire.Pipe;

/** The child JVM of one plugin; started by the host, never by hand. */
public final class ChildMain {

  /** Status of a child that cannot understand its host. */
  private static final int GARBLED = 70;

  private ChildMain() {}

  /**
   * Serves the host until standard input ends, then ends the JVM without any further ado: neither
   * threads nor shutdown hooks of a plugin can hold it.
   */
  public static void main(String[] arguments) {
    Pipe pipe =
        new Pipe(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    System.setOut(System.err);
    System.setIn(InputStream.nullInputStream());
    Runtime.getRuntime().halt(serve(pipe));
  }

  private static int serve(Pipe pipe) {
    try {
      pipe.greet();
      new Receptionist(pipe).receive();
      return 0;
    } catch (EOFException e) {
      return 0;
    } catch (IOException e) {
      System.err.println("the host cannot be understood: " + e);
      return GARBLED;
    }
  }
}
