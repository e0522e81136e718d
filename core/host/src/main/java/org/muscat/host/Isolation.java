package org.muscat.host;

/**
 * Where the code of a plugin runs.
 *
 * @param process whether in a child JVM of its own
 * @param heapMegabytes the most memory for objects of that JVM, positive; without meaning in the
 *     host
 */
public record Isolation(boolean process, int heapMegabytes) {

  /** What a child JVM gets unless somebody says otherwise. */
  public static final int DEFAULT_HEAP_MEGABYTES = 64;

  /** In the JVM of the host. */
  public static final Isolation HOST = new Isolation(false, DEFAULT_HEAP_MEGABYTES);

  public Isolation {
    if (heapMegabytes <= 0) {
      throw new IllegalArgumentException("heap is not positive: " + heapMegabytes + " MB");
    }
  }

  /** In a child JVM with this much memory for objects. */
  public static Isolation process(int heapMegabytes) {
    return new Isolation(true, heapMegabytes);
  }
}
