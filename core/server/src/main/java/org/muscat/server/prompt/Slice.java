package org.muscat.server.prompt;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How long the calling thread may run before another has its turn: the runtime of the scheduling
 * attributes of Linux, sched(7). Java has no word for it.
 */
final class Slice {

  /** The shortest that Linux knows. */
  static final Duration SHORTEST = Duration.ofNanos(100_000);

  /** The first version of {@code struct sched_attr}, which later ones begin with. */
  private static final int SIZE = 48;

  private static final int POLICY = 4;
  private static final int RUNTIME = 24;
  private static final int NORMAL = 0;
  private static final int THIS_THREAD = 0;
  private static final int NO_FLAGS = 0;

  /**
   * What it would warn of, with a stack trace, is told by the exception. Held: it would be lost.
   */
  private static final Logger JNA = Logger.getLogger("com.sun.jna.Native");

  static {
    JNA.setLevel(Level.SEVERE);
  }

  private Slice() {}

  /** Makes that of the calling thread the shortest that there is; its nice value stays. */
  static void shorten() throws NoSliceException {
    if (!Platform.isLinux()) {
      throw new NoSliceException("only Linux has slices");
    }
    Calls calls = Calls.ofThisProcessor();
    try {
      Memory attributes = read(calls);
      if (attributes.getInt(POLICY) != NORMAL) {
        throw new NoSliceException("its scheduling policy is " + attributes.getInt(POLICY));
      }
      attributes.setLong(RUNTIME, SHORTEST.toNanos());
      call(calls.set(), THIS_THREAD, attributes, NO_FLAGS);
    } catch (LastErrorException | LinkageError e) {
      throw new NoSliceException("Linux cannot be asked", e);
    }
    if (!length().equals(SHORTEST)) {
      throw new NoSliceException("only Linux 6.12 and later have slices of their own for threads");
    }
  }

  /** That of the calling thread; zero before Linux 6.12. */
  static Duration length() throws NoSliceException {
    Calls calls = Calls.ofThisProcessor();
    try {
      return Duration.ofNanos(read(calls).getLong(RUNTIME));
    } catch (LastErrorException | LinkageError e) {
      throw new NoSliceException("Linux cannot be asked", e);
    }
  }

  private static Memory read(Calls calls) {
    Memory attributes = new Memory(SIZE);
    attributes.clear();
    call(calls.get(), THIS_THREAD, attributes, SIZE, NO_FLAGS);
    return attributes;
  }

  private static void call(int number, Object... arguments) {
    Libc.INSTANCE.syscall(new NativeLong(number), arguments);
  }

  /** The numbers of sched_setattr and sched_getattr, which older C libraries have no names for. */
  private record Calls(int set, int get) {

    static Calls ofThisProcessor() throws NoSliceException {
      return switch (Platform.ARCH) {
        case "x86-64" -> new Calls(314, 315);
        case "aarch64" -> new Calls(274, 275);
        default -> throw new NoSliceException("not known for a processor " + Platform.ARCH);
      };
    }
  }

  /** The C library. */
  private interface Libc extends Library {

    Libc INSTANCE = Native.load("c", Libc.class);

    NativeLong syscall(NativeLong number, Object... arguments) throws LastErrorException;
  }
}
